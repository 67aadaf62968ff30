import type { IncomingMessage } from "../features/reading.ts";

/** What a judge model finds in the prompt of a judge: everything a real one would have to find there too. */
export interface JudgePrompt {
  readonly rubric: string;
  /** Values of the scale, in the order in which they are listed. */
  readonly values: readonly string[];
  readonly attention: string;
  readonly request: string;
  readonly answer: string;
  /** How often it was asked again in this conversation. */
  readonly askedAgain: number;
}

/** Reads a judge's prompt; `undefined` for any other conversation. */
export function readJudgePrompt(messages: readonly IncomingMessage[]): JudgePrompt | undefined {
  const whole = messages.map(({ content }) => content).join("\n");
  const [, rubric] = /^Rubric ([a-z0-9-]+) /m.exec(whole) ?? [];
  const [, attention] = /"attention": the text (\S+) /.exec(whole) ?? [];
  const [, nonce] = /carry the mark (\S+)\. /.exec(whole) ?? [];
  const [, listed = ""] = /^"choice": one of (.*)\.$/m.exec(whole) ?? [];
  if (rubric === undefined || attention === undefined || nonce === undefined) return undefined;
  return {
    rubric,
    values: listed.split(", ").map((value) => value.replaceAll('"', "")),
    attention,
    request: fenced(whole, "REQUEST", nonce),
    answer: fenced(whole, "ANSWER", nonce),
    askedAgain: messages.filter(({ role }) => role === "assistant").length,
  };
}

function fenced(whole: string, label: string, nonce: string): string {
  const begin = `===== BEGIN ${label} ${nonce} =====\n`;
  const from = whole.indexOf(begin);
  const until = whole.indexOf(`\n===== END ${label} ${nonce} =====`, from);
  return from < 0 || until < 0 ? "" : whole.slice(from + begin.length, until);
}
