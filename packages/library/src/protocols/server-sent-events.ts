import { createParser, type EventSourceMessage } from "eventsource-parser";

/** Events of a `text/event-stream` body, as they come. A last event without its blank line still counts. */
export async function* readEvents(body: AsyncIterable<string>): AsyncGenerator<EventSourceMessage> {
  let events: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (event) => events.push(event) });
  for await (const piece of body) {
    parser.feed(piece);
    if (events.length === 0) continue;
    const ready = events;
    events = [];
    yield* ready;
  }
  parser.feed("\n\n");
  yield* events;
}
