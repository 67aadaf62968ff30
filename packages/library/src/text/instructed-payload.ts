/** An encoded text under a line that tells the reader what to do with it, as an attacker would send it. */
export interface InstructedPayload {
  readonly wrap: (payload: string) => string;
  /** Takes the instruction off again; text that does not begin with it stays as it is. */
  readonly unwrap: (text: string) => string;
}

/** Puts one fixed instruction before payloads. The instruction is part of a transform's output: changing it raises the version. */
export function instructedPayload(instruction: string): InstructedPayload {
  const lead = `${instruction}\n\n`;
  return {
    wrap: (payload) => lead + payload,
    unwrap: (text) => (text.startsWith(lead) ? text.slice(lead.length) : text),
  };
}
