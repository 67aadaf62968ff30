import { createResponseClassifier, type ClassifyResponse } from "./classify-response.ts";
import { readResponseModel } from "./response-model.ts";
import { shippedWeights } from "./shipped-weights.gen.ts";

/**
 * The classifier with the weights of `content/models/response-class`.
 *
 * The weights are read at the first answer, so that a command that judges nothing does not wait for them.
 *
 * @throws Error when the shipped weights were trained on other phrases; the tests keep that from being released
 */
export function createShippedClassifier(): ClassifyResponse {
  let classify: ClassifyResponse | undefined;
  return (response) => {
    classify ??= createResponseClassifier(readShipped());
    return classify(response);
  };
}

function readShipped() {
  const reading = readResponseModel(JSON.parse(shippedWeights));
  if (reading.kind === "unfit") throw new Error(reading.reason);
  return reading.model;
}
