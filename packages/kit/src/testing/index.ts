export { checkHostileOutput, type HostileOptions } from "./check-hostile-output.ts";
export { checkJudge } from "./check-judge.ts";
export { checkProbe, checkProbes, type Judges } from "./check-probe.ts";
export { applyToTurns, checkTransform } from "./check-transform.ts";
export { garbageTexts, seededRandom } from "./garbage.ts";
export { hostileTrial, hostileUnits, repeated } from "./hostile-output.ts";
export {
  exampleCanaryValue,
  judgeInputForExample,
  withExampleCanary,
  type ExampleCase,
} from "./judge-input-for-example.ts";
