import type { Exchange } from "@probity/domain";
import type { JSX } from "preact";
import { Visible } from "../parts/visible-text.tsx";
import { count, counted, duration } from "../words/figures.ts";

/** Requests of one trial; a longer conversation is cut, saying so. */
const mostExchanges = 30;

/** The facts of each request and its answer. */
export function ExchangeTable({
  exchanges,
  name,
}: {
  readonly exchanges: readonly Exchange[];
  /** Tells this trial's table from the others. */
  readonly name: string;
}): JSX.Element {
  if (exchanges.length === 0) return <p class="quiet-words">No request was answered.</p>;
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={`Requests of ${name}`}>
      <table class="plain small">
        <caption>Requests and their answers</caption>
        <thead>
          <tr>
            {["Sent (UTC)", "Took", "Sends", "Ended by", "Tokens in / out", "Model", "Answer id"].map(
              (head) => (
                <th scope="col">{head}</th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {exchanges.slice(0, mostExchanges).map((exchange) => (
            <Row exchange={exchange} />
          ))}
        </tbody>
      </table>
      {exchanges.length > mostExchanges && (
        <p class="quiet-words">{counted(exchanges.length - mostExchanges, "further request")}</p>
      )}
    </div>
  );
}

function Row({ exchange }: { readonly exchange: Exchange }): JSX.Element {
  const { usage } = exchange;
  const model = [exchange.model, exchange.fingerprint].filter((part) => part !== undefined).join(" / ");
  return (
    <tr>
      <td>
        <Visible text={exchange.sentAt} limit={40} />
      </td>
      <td>{duration(exchange.latencyMs)}</td>
      <td>{count(exchange.attempts)}</td>
      <td>
        {exchange.finish ?? "not said"}
        {exchange.cut && <strong>, cut at the size bound</strong>}
      </td>
      <td>{usage ? `${count(usage.inputTokens)} / ${count(usage.outputTokens)}` : "not said"}</td>
      <td>
        <Visible text={model === "" ? "not said" : model} limit={120} />
      </td>
      <td>
        <Visible text={exchange.responseId ?? "not said"} limit={120} />
      </td>
    </tr>
  );
}
