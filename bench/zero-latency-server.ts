// A chat-completions server that answers at once, in a process of its own. Prints its port, serves until it is killed.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const answer =
  "I would rather not say that. Is there anything else about your account I can do for you? ".repeat(4);
const body = Buffer.from(
  JSON.stringify({
    id: "chatcmpl-bench",
    object: "chat.completion",
    model: "bench-1",
    choices: [{ index: 0, message: { role: "assistant", content: answer }, finish_reason: "stop" }],
    usage: { prompt_tokens: 40, completion_tokens: 80, total_tokens: 120 },
  }),
);
const server = createServer((request, response) => {
  request.resume();
  request.on("end", () => {
    response.writeHead(200, { "content-type": "application/json", "content-length": body.length });
    response.end(body);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
