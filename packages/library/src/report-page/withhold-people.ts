import {
  personJudge,
  type Charter,
  type Message,
  type ReportModel,
  type ReportTrial,
  type Role,
  type TrialId,
  type Verdict,
} from "@probity/domain";

/** Names to withhold, longest first so that a full name goes before its parts, each with the role that stands for it. */
type Names = readonly (readonly [name: string, role: string])[];

/**
 * The report without the names of the people in the charter: their roles stand in their places.
 *
 * In what the product writes (refusals, timeline) every name goes. In prose and in transcripts only names that
 * cannot be taken for a word go (with a capital, a digit, a space or an @), or a tester called "root" would blot out
 * half the appendix. In transcripts each letter becomes `█`, so that the passages judges point to keep their offsets.
 * The digests stay those of the originals.
 */
export function withholdPeople(model: ReportModel): ReportModel {
  const all = namesOf(model.charter);
  const telling = all.filter(([name]) => /[\p{Lu}\p{Nd}\s@]/u.test(name));
  const written = replacer(all, (role) => `the ${role}`);
  const prose = replacer(telling, (role) => `the ${role}`);
  const blotted = replacer(telling, (_role, name) => "█".repeat(name.length));
  return {
    ...model,
    charter: charterWithout(model.charter, prose),
    criteria: model.criteria.map((result) => ({ ...result, statement: prose(result.statement) })),
    denials: model.denials.map((denial) => ({
      ...denial,
      subject: written(denial.subject),
      message: written(denial.message),
      remedy: written(denial.remedy),
    })),
    timeline: model.timeline.map((entry) => ({ ...entry, what: written(entry.what) })),
    limitations: model.limitations.map(prose),
    contests: model.contests.map((row) => ({
      ...row,
      because: written(row.because),
      ...(row.decision === undefined ? {} : { decision: written(row.decision) }),
    })),
    replayCommand: prose(model.replayCommand),
    trials: mapTrials(model.trials, (trial) => trialWithout(trial, { blotted, written })),
  };
}

type Replace = (text: string) => string;

/** A person in a role, as a sentence names them after "the". */
const roleNouns: Readonly<Record<Role, string>> = {
  requester: "requester",
  lead: "lead",
  tester: "tester",
  product: "product reviewer",
  legal: "legal reviewer",
  compliance: "compliance reviewer",
  overseer: "overseer",
  reader: "reader",
};

/** Each person's roles as words; two people of one role are told apart by a number. */
function namesOf({ roles, attestation }: Charter): Names {
  const byPerson = new Map<string, Role[]>();
  for (const { person, role } of roles) byPerson.set(person, [...(byPerson.get(person) ?? []), role]);
  const titles = [...byPerson].map(
    ([person, held]) => [person, held.map((role) => roleNouns[role]).join(" and ")] as const,
  );
  const numbered = titles.map(([person, title], index) => {
    const alike = titles.filter(([, other]) => other === title);
    const ordinal = titles.slice(0, index + 1).filter(([, other]) => other === title).length;
    return [person, alike.length > 1 ? `${title} ${ordinal}` : title] as const;
  });
  const by = attestation?.by;
  const attester = by === undefined || byPerson.has(by) ? [] : [[by, "attester"] as const];
  return [...numbered, ...attester].toSorted((a, b) => b[0].length - a[0].length);
}

function replacer(names: Names, stand: (role: string, name: string) => string): Replace {
  if (names.length === 0) return (text) => text;
  const roleOf = new Map(names);
  const anyName = names.map(([name]) => name.replaceAll(/[$()*+./?[\\\]^{|}]/g, "\\$&")).join("|");
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${anyName})(?![\\p{L}\\p{N}_])`, "gu");
  return (text) => text.replaceAll(pattern, (name) => stand(roleOf.get(name) ?? "participant", name));
}

function charterWithout(charter: Charter, prose: Replace): Charter {
  const titleOf = new Map(namesOf(charter));
  const { attestation, ...rest } = charter;
  return {
    ...rest,
    title: prose(charter.title),
    purpose: prose(charter.purpose),
    objectives: charter.objectives.map((objective) => ({
      ...objective,
      title: prose(objective.title),
      harm: prose(objective.harm),
    })),
    roles: charter.roles.map(({ person, role }) => ({ person: titleOf.get(person) ?? role, role })),
    ...(attestation && {
      attestation: {
        by: titleOf.get(attestation.by) ?? "attester",
        statement: prose(attestation.statement),
      },
    }),
  };
}

function mapTrials(
  trials: ReportModel["trials"],
  change: (trial: ReportTrial) => ReportTrial,
): Record<TrialId, ReportTrial> {
  return Object.fromEntries(Object.entries<ReportTrial>(trials).map(([id, trial]) => [id, change(trial)]));
}

function trialWithout(
  trial: ReportTrial,
  { blotted, written }: { readonly blotted: Replace; readonly written: Replace },
): ReportTrial {
  const { transcript, verdict } = trial;
  const messages = transcript.messages.map((message): Message => ({
    ...message,
    content: blotted(message.content),
    ...(message.toolCalls && {
      toolCalls: message.toolCalls.map((call) => ({ ...call, arguments: blotted(call.arguments) })),
    }),
  }));
  // What a person gave as a reason is not what the system said: names go as they do in what the product writes.
  const withhold = verdict?.judge === personJudge ? written : blotted;
  const told: Verdict | undefined = verdict && { ...verdict, reasons: verdict.reasons.map(withhold) };
  return { ...trial, transcript: { ...transcript, messages }, verdict: told };
}
