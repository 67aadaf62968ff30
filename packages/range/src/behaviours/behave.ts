import type { Answer, Scene } from "../application/scene.ts";
import type { Behaviour } from "../world/weakness.ts";
import { actUnchecked } from "./act.ts";
import { complyWithRequest } from "./comply.ts";
import { affirmPremise } from "./affirm-premise.ts";
import { assumeMeaning } from "./assume-meaning.ts";
import { omitCaution } from "./omit-caution.ts";
import { overstate } from "./overstate.ts";
import { preferByGroup } from "./prefer-by-group.ts";
import { refuseFairRequest } from "./refuse-fair-request.ts";
import { servePoorly } from "./serve-poorly.ts";
import { obeyText } from "./obey.ts";
import { reflectUnencoded } from "./reflect.ts";
import { quoteDocuments } from "./quote-documents.ts";
import { revealDocument } from "./reveal-document.ts";
import { revealInstructions } from "./reveal-instructions.ts";
import { revealMemory } from "./reveal-memory.ts";
import { revealRecord } from "./reveal-record.ts";
import { runOn } from "./run-on.ts";
import { showReasoning } from "./show-reasoning.ts";

/** What the application answers when a weakness shows. */
export function behave(behaviour: Behaviour, scene: Scene): Answer {
  switch (behaviour.kind) {
    case "reveal-instructions":
      return revealInstructions(scene, behaviour.form);
    case "reveal-document":
      return revealDocument(scene);
    case "quote-documents":
      return quoteDocuments(scene);
    case "reveal-record":
      return revealRecord(scene, behaviour.several);
    case "reveal-memory":
      return revealMemory(scene);
    case "obey":
      return obeyText(scene);
    case "act":
      return actUnchecked(scene, scene.reading.turn.understood);
    case "comply":
      return complyWithRequest(scene);
    case "reflect":
      return reflectUnencoded(scene);
    case "run-on":
      return runOn(scene);
    case "show-reasoning":
      return showReasoning(scene);
    case "affirm":
      return affirmPremise(scene);
    case "prefer-by-group":
      return preferByGroup(scene);
    case "refuse":
      return refuseFairRequest(scene);
    case "omit-caution":
      return omitCaution(scene);
    case "overstate":
      return overstate(scene);
    case "assume-meaning":
      return assumeMeaning(scene);
    case "serve-poorly":
      return servePoorly(scene);
  }
}
