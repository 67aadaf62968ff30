export { checkJudge } from "./check-judge.ts";
export { checkProbe, checkProbes, type Judges } from "./check-probe.ts";
export { applyToTurns, checkTransform } from "./check-transform.ts";
export { garbageTexts, seededRandom } from "./garbage.ts";
export {
  exampleCanaryValue,
  judgeInputForExample,
  withExampleCanary,
  type ExampleCase,
} from "./judge-input-for-example.ts";
