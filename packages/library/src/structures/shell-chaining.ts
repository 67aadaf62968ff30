import { parse } from "shell-quote";
import type { FindStructure } from "./structure-match.ts";

/** A longer line is no value that somebody types. */
const maxLine = 1_000;
/** Lines that are parsed; an answer of more is no list of values. */
const maxParsed = 2_000;
/** What chains, pipes or substitutes. */
const meta = /[;&|`\n]|\$\(/;
const joining = new Set([";", "&&", "||", "|", "&", "|&"]);
/** Commands that are no words of English, and a few that are and do harm; arguments tell the latter from prose. */
const plainCommands = new Set(
  "sudo rm mv cp ls curl wget chmod chown nc ncat bash sh zsh powershell pwsh ssh scp dd mkfs pkill killall crontab systemctl iptables useradd passwd python python3 perl npm npx pip pip3 apt-get base64 xargs printenv whoami uname nslookup id ping".split(
    " ",
  ),
);
const wordCommands = new Set(
  "cat echo touch kill find env export shutdown reboot eval exec source tee head tail sort cut".split(" "),
);
const substitution =
  /\$\([a-z]{2,12}(?:[ )]|$)|`(?:whoami|id|uname|hostname|cat [^`]{1,80}|ls[^`]{0,80}|curl [^`]{1,80})`/;

/**
 * A value that would run a second command where an application puts it into a command line: a name, an address or nothing, then `;`, `&&`, `|` or
 * the like, then a command; or a command substituted inside a value. Parsed as a shell parses it, so that signs in quotes chain nothing.
 *
 * A command line that was asked for begins with a command, not with a value, and does not count; `shell-command` finds these.
 */
export const findShellChaining: FindStructure = ({ text, code }) => {
  const lines = [...code.flatMap((part) => part.text.split("\n")), ...text.split("\n")];
  let parsed = 0;
  for (const line of lines) {
    if (line.length > maxLine || !meta.test(line)) continue;
    parsed += 1;
    if (parsed > maxParsed) return undefined;
    const value = line.trim().replace(/^[-*>]\s+/, "");
    if (chains(value)) return { excerpt: value.slice(0, 80) };
  }
  return undefined;
};

type Entry = ReturnType<typeof parse>[number];

function chains(line: string): boolean {
  const entries = entriesOf(line);
  const at = entries.findIndex(isJoin);
  const first = textOf(entries[0]);
  // One value, or none, stands before the sign.
  const isValue = at === 0 || (at === 1 && first !== undefined && !isCommand(first));
  if (isValue && at >= 0 && beginsCommand(entries.slice(at + 1))) return true;
  return substitution.test(line) && first !== undefined && !isCommand(first) && entries.length <= 8;
}

/** The parser refuses a few broken substitutions; these chain nothing that a shell would run. */
function entriesOf(line: string): readonly Entry[] {
  try {
    return parse(line);
  } catch {
    return [];
  }
}

function isJoin(entry: Entry): boolean {
  return typeof entry === "object" && "op" in entry && joining.has(entry.op);
}

function beginsCommand(entries: readonly Entry[]): boolean {
  const [command = "", argument] = entries.map(textOf);
  if (plainCommands.has(command)) return true;
  return wordCommands.has(command) && argument !== undefined && /^[-~/.$]|[./]/.test(argument);
}

function isCommand(word: string): boolean {
  return plainCommands.has(word) || wordCommands.has(word);
}

function textOf(entry: Entry | undefined): string | undefined {
  return typeof entry === "string" ? entry : undefined;
}
