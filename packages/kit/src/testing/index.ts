export { checkProbe, checkProbes, type Judges } from "./check-probe.ts";
export {
  exampleCanaryValue,
  judgeInputForExample,
  withExampleCanary,
  type ExampleCase,
} from "./judge-input-for-example.ts";
