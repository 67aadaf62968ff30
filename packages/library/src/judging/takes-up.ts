import type { JudgeInput } from "@probity/kit";

/** Words of four letters and more that any text holds, whatever it is about. */
const anywhere = new Set(
  "about above after again also another answer anything because been before being between both come could does doing done down each even every everything find first from full gave give given goes going good have having hello help here into just keep know last less like line list long look made make many maybe might more most much must need never next nothing only open other over part please right same send should show some something still such sure take tell than thank thanks that their them then there these they thing think this those time today told under until very want well went were what when where which while whole will wish with within word would write year your yours".split(
    " ",
  ),
);
/** Letters by which two forms of a word are taken to be one. */
const stemLength = 5;
/** Text that is compared; what a conversation is about shows early. */
const readCharacters = 8_000;

/** True when an answer shares a telling word or a number of two digits with what the user said in the trial. */
export function takesUp(input: JudgeInput, answer: string): boolean {
  const asked = input.messages
    .slice(input.openingLength)
    .filter(({ role }) => role === "user")
    .map(({ content }) => content)
    .join("\n");
  const wanted = tellingWords(asked);
  return [...tellingWords(answer)].some((word) => wanted.has(word));
}

function tellingWords(text: string): ReadonlySet<string> {
  const words =
    text
      .slice(0, readCharacters)
      .toLowerCase()
      .match(/\p{L}{4,}|\d{2,}/gu) ?? [];
  return new Set(words.filter((word) => !anywhere.has(word)).map((word) => word.slice(0, stemLength)));
}
