/**
 * Every error a person can meet, with the exit code it ends a command with and the next step.
 *
 * `docs/errors.md` is generated from this table and a test keeps the two equal.
 */
export interface CatalogueEntry {
  /** Exit code of the command line: 2 usage or configuration, 3 not authorised, 4 halted, 5 could not complete. */
  readonly exit: 2 | 3 | 4 | 5;
  /** What happened, in one sentence without names or numbers. */
  readonly meaning: string;
  /** What the reader can do about it. */
  readonly remedy: string;
}

export const errorCatalogue = {
  USAGE: {
    exit: 2,
    meaning: "The command line was not understood.",
    remedy: "Read the command's --help.",
  },
  CONFIG_NOT_FOUND: {
    exit: 2,
    meaning: "No configuration file was found.",
    remedy: "Run `probity init`, or name the file with --config.",
  },
  CONFIG_INVALID: {
    exit: 2,
    meaning: "The configuration has errors; each is listed with its place.",
    remedy: "Mend the places named. Editors check the file too, through the schema named on its first line.",
  },
  CONTENT_INVALID: {
    exit: 2,
    meaning: "A probe pack or world file has errors; each is listed with its place.",
    remedy: "Mend the places named, or leave the file out of `packs`.",
  },
  SECRET_MISSING: {
    exit: 2,
    meaning: "A secret refers to an environment variable that is not set.",
    remedy: "Set the variable in the shell that runs the command. Secrets are never written in files.",
  },
  UNKNOWN_NAME: {
    exit: 2,
    meaning: "A campaign, target, probe, transform, judge, run or trial of that name does not exist.",
    remedy: "Use a name that `probity list` or `probity report` shows.",
  },
  NOTHING_PLANNED: {
    exit: 2,
    meaning: "The campaign selects no trial that its target can take.",
    remedy:
      "Widen the selection, or give the target what the skipped probes need; `probity plan` names both.",
  },
  PLAN_CHANGED: {
    exit: 2,
    meaning: "The campaign was edited after the run started, so the run cannot be continued as it was.",
    remedy: "Undo the edit and resume, or start a new run with --new.",
  },
  RUN_UNFINISHED: {
    exit: 2,
    meaning: "An earlier run of this campaign has not finished.",
    remedy: "Continue it with `probity resume`, or start another with --new.",
  },
  RUN_FINISHED: {
    exit: 2,
    meaning: "The run has finished; there is nothing to resume.",
    remedy: "Read it with `probity report`, or start another with `probity run --new`.",
  },
  RUN_NOT_RUNNING: {
    exit: 2,
    meaning: "The run is not running, so there is nothing to halt.",
    remedy: "`probity list runs` shows the state of each.",
  },
  CAMPAIGN_BUSY: {
    exit: 2,
    meaning: "Another process is running this campaign.",
    remedy: "Wait for it, or stop it with Ctrl-C or `probity halt`.",
  },
  NOT_AUTHORISED: {
    exit: 3,
    meaning:
      "The charter does not allow this; nothing was sent. Every rule that denied it is listed and recorded.",
    remedy: "Change the campaign to stay inside the charter, or have the charter changed and approved.",
  },
  SELF_APPROVAL: {
    exit: 3,
    meaning: "A requester cannot approve their own charter.",
    remedy: "Ask someone else who holds the role.",
  },
  NOT_A_RATER: {
    exit: 3,
    meaning: "The charter gives this person no role that may label, review or decide.",
    remedy:
      "Name them under charter.roles as lead, tester, compliance or overseer, or give another name with --by.",
  },
  NOT_INDEPENDENT: {
    exit: 3,
    meaning: "Somebody else has to do this: whoever had a hand in it may not decide on it or rate it again.",
    remedy: "Ask another person whom the charter gives such a role.",
  },
  CONTEST_DECIDED: {
    exit: 2,
    meaning: "The contest has been decided or withdrawn, or the trial has one that is still open.",
    remedy: "`probity contest list` shows how each stands. Who still disagrees raises another.",
  },
  LABELS_INVALID: {
    exit: 2,
    meaning: "A file of labels has errors; each is listed with its line, and none was recorded.",
    remedy: 'Mend the lines named. Each is one JSON object: {"trial": "…", "outcome": "breached"}.',
  },
  RUN_HALTED: {
    exit: 4,
    meaning: "The run was halted; what was recorded is kept.",
    remedy: "Look into the cause, then continue with `probity resume`, giving the decision and its reason.",
  },
  DECISION_NEEDED: {
    exit: 4,
    meaning: "A halted run continues only on a recorded decision.",
    remedy: 'Run `probity resume RUN --by NAME --because "reason"`.',
  },
  TARGET_FAILING: {
    exit: 5,
    meaning: "The target kept failing, so the campaign was stopped; what was recorded is kept.",
    remedy: "Check the target, then continue with `probity resume`.",
  },
  TARGET_SETTINGS: {
    exit: 2,
    meaning: "The target's settings do not fit its kind.",
    remedy: "Compare them with `probity show KIND`.",
  },
  STORE_NOT_FOUND: {
    exit: 2,
    meaning: "The folder that was named holds no store.",
    remedy: "Name the folder that holds probity.db with --store.",
  },
  STORE_BUSY: {
    exit: 5,
    meaning: "The store is locked by another program.",
    remedy: "Close the program that holds it and try again.",
  },
  STORE_FULL: {
    exit: 5,
    meaning: "There was no room to record more, so the run was stopped; what was recorded is kept.",
    remedy: "Free space on the disk or raise storage.maxMegabytes, then continue with `probity resume`.",
  },
  STORE_NEWER: {
    exit: 5,
    meaning: "The store was written by a newer Probity.",
    remedy: "Update Probity, or choose another store with --store.",
  },
  STORE_UNREADABLE: {
    exit: 5,
    meaning: "The store could not be opened or is not a Probity store.",
    remedy: "Check the path and its permissions, or choose another store with --store.",
  },
  EVIDENCE_BROKEN: {
    exit: 5,
    meaning: "The evidence log does not verify; its first bad entry is named and no report is made from it.",
    remedy:
      "Restore the store from a copy that verifies. Do not rely on results recorded after the bad entry.",
  },
  RANGE_UNAVAILABLE: {
    exit: 5,
    meaning: "The practice range could not be started.",
    remedy: "Choose another port with --port, or stop what uses it.",
  },
  OUTPUT_UNWRITABLE: {
    exit: 5,
    meaning: "A file could not be written.",
    remedy: "Check the folder's permissions and space, or choose another with --out.",
  },
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof errorCatalogue;
