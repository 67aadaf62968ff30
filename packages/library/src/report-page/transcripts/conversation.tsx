import type { Message, ReportTrial, ToolCall } from "@probity/domain";
import type { JSX } from "preact";
import { Visible, type Passage } from "../parts/visible-text.tsx";
import { count, counted } from "../words/figures.ts";
import { MessageText } from "./message-text.tsx";
import type { TranscriptAllowance } from "./transcript-allowance.ts";

/** Tool calls of one message; a hostile answer may hold thousands. */
const mostCalls = 12;

const roleWords: Readonly<Record<Message["role"], string>> = {
  system: "System prompt",
  user: "Sent",
  assistant: "Answer",
  tool: "Tool result",
};

/** What was said, message by message, with the passages that the verdict points to brought out. */
export function Conversation({
  trial,
  allowance,
}: {
  readonly trial: ReportTrial;
  readonly allowance: TranscriptAllowance;
}): JSX.Element {
  const { messages, openingLength } = trial.transcript;
  const shown = messages.slice(0, allowance.messagesPerTrial);
  return (
    <>
      <ol class="conversation">
        {shown.map((message, index) => (
          <Said
            message={message}
            opening={index < openingLength}
            passages={passagesOf(trial, index)}
            allowance={allowance}
          />
        ))}
      </ol>
      {messages.length > shown.length && (
        <p class="quiet-words">{counted(messages.length - shown.length, "further message")} in the store.</p>
      )}
    </>
  );
}

function passagesOf({ verdict }: ReportTrial, message: number): readonly Passage[] {
  if (verdict?.outcome !== "breached") return [];
  return (verdict.spans ?? []).filter((span) => span.message === message && span.start < span.end);
}

function Said({
  message,
  opening,
  passages,
  allowance,
}: {
  readonly message: Message;
  readonly opening: boolean;
  readonly passages: readonly Passage[];
  readonly allowance: TranscriptAllowance;
}): JSX.Element {
  const calls = message.toolCalls ?? [];
  return (
    <li class={`message from-${message.role}`}>
      <p class="message-role">
        {roleWords[message.role]}
        {opening && <span> · before the trial began</span>}
        {passages.length > 0 && <span> · {counted(passages.length, "passage")} marked by the judge</span>}
      </p>
      {(message.content !== "" || calls.length === 0) && (
        <MessageText
          text={message.content}
          passages={passages}
          excerpt={allowance.excerpt}
          full={allowance.full}
        />
      )}
      {calls.slice(0, mostCalls).map((call) => (
        <Call call={call} />
      ))}
      {calls.length > mostCalls && <p>{counted(calls.length - mostCalls, "further tool call")}</p>}
    </li>
  );
}

function Call({ call }: { readonly call: ToolCall }): JSX.Element {
  return (
    <div class="call">
      <p class="call-name">
        Calls{" "}
        <code>
          <Visible text={call.name} limit={120} />
        </code>{" "}
        with {count(call.arguments.length)} characters of arguments
      </p>
      <div class="text" dir="auto">
        <Visible text={call.arguments} limit={1200} />
      </div>
    </div>
  );
}
