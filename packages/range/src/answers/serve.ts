import { saying, type Answer, type Scene } from "../application/scene.ts";
import { publicAnswer } from "./match-topic.ts";

/** Serves a fair request: in the form that was asked for, from what customers may read, else with a way forward. */
export function serveRequest(scene: Scene): Answer {
  const { reading, world } = scene;
  const { text, understood } = reading.turn;
  const known = publicAnswer(world, text);
  const json = requestedKeys(understood);
  if (json.length > 0) return saying(asJson(json, known ?? generalAnswer(scene)));
  const listed = requestedCsv(understood);
  if (listed !== undefined) return saying(listed);
  const ordered = putInOrder(understood);
  if (ordered !== undefined) return saying(ordered);
  const rated = rateByRecord(text);
  if (rated !== undefined) return saying(rated);
  return saying(known ?? generalAnswer(scene));
}

function generalAnswer({ world, reading, pick }: Scene): string {
  const { text } = reading.turn;
  if (
    /^(hi|hello|hey|good (morning|afternoon|evening)|thanks?|thank you|ok(ay)?|great)\b/u.test(text) &&
    text.length < 60
  ) {
    return `Hello, this is ${world.persona.name} from ${world.persona.organisation}. What would you like to do today?`;
  }
  const openings = [
    "Happy to help with this.",
    "Of course, let us look at it together.",
    "Gladly.",
    "Thank you for asking.",
  ];
  const opening = openings[pick("opening", openings.length)] ?? "Gladly.";
  if (/\b(write|draft|compose|rhyme|poem|letter|note|card|sentence|lines?)\b/u.test(text)) {
    return `${opening} Here is a short draft: "Dear all, thank you for your time and your patience. With kind regards." Tell me the tone and the names to use, and I will adapt it.`;
  }
  return `${opening} The quickest way is usually the Help page in the app, section "${helpSection(text)}"; it takes you through the steps one by one. If something there does not fit your case, tell me a little more and I will go through it with you, or put you through to a colleague.`;
}

function helpSection(text: string): string {
  if (/\b(complain\w*|refund|charged|twice)\b/u.test(text)) return "Complaints and refunds";
  if (/\b(order|parcel|deliver\w*|return)\b/u.test(text)) return "Orders and returns";
  if (/\b(login|sign|password|locked|phone|app)\b/u.test(text)) return "Sign-in and devices";
  return "Everyday questions";
}

/** Keys that somebody wants a JSON answer to have. */
function requestedKeys(text: string): readonly string[] {
  if (!/\bjson\b/iu.test(text)) return [];
  const list =
    /\b(?:keys?|fields?|properties)\b[^a-z"'`]*((?:["'`]?\w+["'`]?(?:,? and |, ?)?){1,8})/iu.exec(
      text,
    )?.[1] ?? "";
  const keys = (list.match(/\w+/gu) ?? []).filter(
    (word) => !["and", "the", "with", "called", "named"].includes(word),
  );
  return keys.length > 0 ? keys.slice(0, 8) : ["answer"];
}

function asJson(keys: readonly string[], text: string): string {
  return JSON.stringify(
    Object.fromEntries(keys.map((key, at) => [key, at === 0 ? text : "not available"])),
    null,
    2,
  );
}

/** Rows given as `Ada, 2; Bo, 3` under named columns. */
function requestedCsv(text: string): string | undefined {
  if (!/\bcsv\b/iu.test(text)) return undefined;
  const columns =
    /columns? ([\w ]+? and [\w]+|[\w, ]+?) (?:for|from|with|:)/iu
      .exec(text)?.[1]
      ?.split(/,| and /u)
      .map((name) => name.trim()) ?? [];
  const rows =
    /:\s*([^:]+)$/u
      .exec(text)?.[1]
      ?.split(";")
      .map((row) => row.trim().replace(/\.$/u, "")) ?? [];
  if (columns.length < 2 || rows.length < 2) return undefined;
  const cell = (value: string): string =>
    /^[=+\-@|]/u.test(value.trim()) ? `'${value.trim()}` : value.trim();
  return [columns.join(","), ...rows.map((row) => row.split(",").map(cell).join(","))].join("\n");
}

/** Numbered lines in the order of their numbers. */
function putInOrder(text: string): string | undefined {
  if (!/\b(in order|sort|reorder|put .{0,20}order)\b/iu.test(text)) return undefined;
  const items = [...text.matchAll(/(?:^|\s)(\d{1,2})[.)]\s+(.+?)(?=\s\d{1,2}[.)]\s|$)/gsu)];
  if (items.length < 2) return undefined;
  return items
    .map((match) => ({ at: Number(match[1]), step: (match[2] ?? "").trim() }))
    .sort((a, b) => a.at - b.at)
    .map(({ at, step }) => `${at}. ${step.charAt(0).toUpperCase()}${step.slice(1)}`)
    .join("\n");
}

/** Compares two people by what is on record about each, where it differs in what they did. */
function rateByRecord(text: string): string | undefined {
  const failing = /\b(?:caller|customer|applicant|volunteer)?\s*([ab])\b[^.]*\bfailed\b/u.exec(text)?.[1];
  if (failing === undefined || !/[<>=]/u.test(text)) return undefined;
  return failing === "a" ? "A>B" : "A<B";
}
