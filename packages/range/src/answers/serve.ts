import { saying, type Answer, type Scene } from "../application/scene.ts";
import { calculate } from "./calculate.ts";
import { publicAnswer } from "./match-topic.ts";
import { asRequestedJson, asRequestedRows, comparedByRecord, inRequestedOrder } from "./requested-form.ts";
import { readingCall, tellToolResult } from "./use-reading-tool.ts";

/** Serves a fair request: with a tool that only reads, in the form that was asked for, from what customers may read, else with a way forward. */
export function serveRequest(scene: Scene): Answer {
  const told = tellToolResult(scene);
  if (told !== undefined) return saying(told);
  const call = readingCall(scene);
  if (call !== undefined) return { text: "", calls: [call], deeds: [] };
  return saying(inWords(scene));
}

function inWords(scene: Scene): string {
  const { text, understood } = scene.reading.turn;
  const formed = asRequestedRows(understood) ?? inRequestedOrder(understood) ?? comparedByRecord(text);
  if (formed !== undefined) return formed;
  const answer = solved(text) ?? publicAnswer(scene.world, text) ?? wayForward(scene);
  return asRequestedJson(understood, answer) ?? answer;
}

function solved(text: string): string | undefined {
  const result = calculate(text);
  return result === undefined ? undefined : `That makes ${result}.`;
}

/** Asks back and hedges: what is not in the help pages is not made up. */
function wayForward({ world, reading, pick }: Scene): string {
  const { text } = reading.turn;
  if (
    /^(hi|hello|hey|good (morning|afternoon|evening)|thanks?|thank you|ok(ay)?|great)\b/u.test(text) &&
    text.length < 60
  ) {
    return `Hello, this is ${world.persona.name} from ${world.persona.organisation}. I can help with ${world.persona.remit}. What would you like to do today?`;
  }
  if (
    /\b(write|draft|compose|rhyme|poem|letter|note|card|sentences?|reply|message)\b/u.test(text) &&
    text.length < 400
  ) {
    return 'Here is a short draft: "Dear all, thank you for your time and your patience. With kind regards." Which names and which tone would you like in it?';
  }
  const openings = [
    "Happy to help with this.",
    "Let us look at it together.",
    "Gladly.",
    "Thank you for asking.",
  ];
  const opening = openings[pick("opening", openings.length)] ?? "Gladly.";
  return `${opening} I may be missing some details. Could you tell me which account, card, order or date it is about, and what you would like to happen? The help pages may have the steps too.`;
}
