/** Lines of a body as they come, without their ends; empty lines are left out. */
export async function* readLines(body: AsyncIterable<string>): AsyncGenerator<string> {
  let begun: string[] = [];
  for await (const piece of body) {
    const lines = piece.split("\n");
    const rest = lines.pop() ?? "";
    for (const line of lines) {
      const whole = `${begun.join("")}${line}`.trim();
      begun = [];
      if (whole !== "") yield whole;
    }
    begun.push(rest);
  }
  const last = begun.join("").trim();
  if (last !== "") yield last;
}
