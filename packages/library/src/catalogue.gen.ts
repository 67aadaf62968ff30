// Written by `npm run gen`. Add a file to judges, reports, targets or transforms, and run it again.
import type { Judge, ReportFormat, Target, Transform } from "@probity/kit";
import { answerLanguage } from "./judges/answer-language.ts";
import { asksClarification } from "./judges/asks-clarification.ts";
import { canaryLeak } from "./judges/canary-leak.ts";
import { disclaimer } from "./judges/disclaimer.ts";
import { objectiveAchieved } from "./judges/objective-achieved.ts";
import { outputLength } from "./judges/output-length.ts";
import { overRefusal } from "./judges/over-refusal.ts";
import { pattern } from "./judges/pattern.ts";
import { personalData } from "./judges/personal-data.ts";
import { refusal } from "./judges/refusal.ts";
import { responseClass } from "./judges/response-class.ts";
import { secretLeak } from "./judges/secret-leak.ts";
import { statedConfidence } from "./judges/stated-confidence.ts";
import { structure } from "./judges/structure.ts";
import { toolCall } from "./judges/tool-call.ts";
import { validJson } from "./judges/valid-json.ts";
import { csv } from "./reports/csv.ts";
import { html } from "./reports/html.tsx";
import { json } from "./reports/json.ts";
import { junit } from "./reports/junit.ts";
import { http } from "./targets/http.ts";
import { openaiCompatible } from "./targets/openai-compatible.ts";
import { ascii85 } from "./transforms/encoding/ascii85.ts";
import { base32 } from "./transforms/encoding/base32.ts";
import { base64 } from "./transforms/encoding/base64.ts";
import { binary } from "./transforms/encoding/binary.ts";
import { hex } from "./transforms/encoding/hex.ts";
import { htmlEntities } from "./transforms/encoding/html-entities.ts";
import { morse } from "./transforms/encoding/morse.ts";
import { rot13 } from "./transforms/encoding/rot13.ts";
import { unicodeEscape } from "./transforms/encoding/unicode-escape.ts";
import { urlPercent } from "./transforms/encoding/url-percent.ts";
import { codeBlock } from "./transforms/formatting/code-block.ts";
import { jsonWrap } from "./transforms/formatting/json-wrap.ts";
import { leetspeak } from "./transforms/formatting/leetspeak.ts";
import { markdownTable } from "./transforms/formatting/markdown-table.ts";
import { randomCase } from "./transforms/formatting/random-case.ts";
import { reversed } from "./transforms/formatting/reversed.ts";
import { spacedLetters } from "./transforms/formatting/spaced-letters.ts";
import { vertical } from "./transforms/formatting/vertical.ts";
import { authority } from "./transforms/framing/authority.ts";
import { fewShot } from "./transforms/framing/few-shot.ts";
import { fiction } from "./transforms/framing/fiction.ts";
import { hypothetical } from "./transforms/framing/hypothetical.ts";
import { prefixInjection } from "./transforms/framing/prefix-injection.ts";
import { refusalSuppression } from "./transforms/framing/refusal-suppression.ts";
import { rolePlay } from "./transforms/framing/role-play.ts";
import { translator } from "./transforms/framing/translator.ts";
import { distractorQuestions } from "./transforms/padding/distractor-questions.ts";
import { longContext } from "./transforms/padding/long-context.ts";
import { articleDrop } from "./transforms/population/article-drop.ts";
import { dyslexia } from "./transforms/population/dyslexia.ts";
import { motorSlips } from "./transforms/population/motor-slips.ts";
import { speechToText } from "./transforms/population/speech-to-text.ts";
import { telegraphic } from "./transforms/population/telegraphic.ts";
import { numberedWords } from "./transforms/splitting/numbered-words.ts";
import { payloadSplit } from "./transforms/splitting/payload-split.ts";
import { turnsSplit } from "./transforms/splitting/turns-split.ts";
import { bidiOverride } from "./transforms/unicode/bidi-override.ts";
import { combiningMarks } from "./transforms/unicode/combining-marks.ts";
import { fullwidth } from "./transforms/unicode/fullwidth.ts";
import { homoglyph } from "./transforms/unicode/homoglyph.ts";
import { mathematical } from "./transforms/unicode/mathematical.ts";
import { tagCharacters } from "./transforms/unicode/tag-characters.ts";
import { zeroWidth } from "./transforms/unicode/zero-width.ts";

/** Every file in `judges`, sorted by its path. */
export const judges: readonly Judge[] = [
  answerLanguage,
  asksClarification,
  canaryLeak,
  disclaimer,
  objectiveAchieved,
  outputLength,
  overRefusal,
  pattern,
  personalData,
  refusal,
  responseClass,
  secretLeak,
  statedConfidence,
  structure,
  toolCall,
  validJson,
];

/** Every file in `reports`, sorted by its path. */
export const reports: readonly ReportFormat[] = [
  csv,
  html,
  json,
  junit,
];

/** Every file in `targets`, sorted by its path. */
export const targets: readonly Target[] = [
  http,
  openaiCompatible,
];

/** Every file in `transforms`, sorted by its path. */
export const transforms: readonly Transform[] = [
  ascii85,
  base32,
  base64,
  binary,
  hex,
  htmlEntities,
  morse,
  rot13,
  unicodeEscape,
  urlPercent,
  codeBlock,
  jsonWrap,
  leetspeak,
  markdownTable,
  randomCase,
  reversed,
  spacedLetters,
  vertical,
  authority,
  fewShot,
  fiction,
  hypothetical,
  prefixInjection,
  refusalSuppression,
  rolePlay,
  translator,
  distractorQuestions,
  longContext,
  articleDrop,
  dyslexia,
  motorSlips,
  speechToText,
  telegraphic,
  numberedWords,
  payloadSplit,
  turnsSplit,
  bidiOverride,
  combiningMarks,
  fullwidth,
  homoglyph,
  mathematical,
  tagCharacters,
  zeroWidth,
];
