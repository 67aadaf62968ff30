import type { ServerResponse } from "node:http";
import { describe, expect, test } from "vitest";
import { httpForTest, lineForTest } from "./testing/for-this-test.ts";
import { readBody } from "./testing/open-line.ts";

const megabyte = 1_000_000;

/** Writes `count` chunks of a megabyte, waiting for the connection as a well-behaved server does. */
function pour(response: ServerResponse, count: number): void {
  const chunk = Buffer.alloc(megabyte, "a");
  let left = count;
  const next = () => {
    while (left > 0 && !response.destroyed) {
      left -= 1;
      if (!response.write(chunk)) return response.once("drain", next);
    }
    return response.end();
  };
  next();
}

/** Largest resident set seen while the work ran, above where it began, in megabytes. */
async function growthOf(work: () => Promise<void>): Promise<number> {
  const before = process.memoryUsage.rss();
  let highest = before;
  const timer = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage.rss());
  }, 5);
  await work();
  clearInterval(timer);
  return (Math.max(highest, process.memoryUsage.rss()) - before) / megabyte;
}

describe("the size bound", () => {
  test("an answer of 200 MB is cut at the bound, its connection closed, and memory stays", async () => {
    const closed = Promise.withResolvers<void>();
    const server = await httpForTest((_request, response) => {
      response.on("close", () => closed.resolve());
      response.writeHead(200, { "content-length": String(200 * megabyte) });
      pour(response, 200);
    });
    const { get } = lineForTest({ hosts: [server.place], maxResponseBytes: 4 * megabyte });
    const growth = await growthOf(async () => {
      const outcome = await get(server.url);
      if (outcome.kind === "fault") throw new Error(outcome.fault.message);
      const { text } = await readBody(outcome.answer.body);
      expect(text.length).toBe(4 * megabyte);
      expect(outcome.answer.cut()).toBe(true);
      await closed.promise;
    });
    expect(growth).toBeLessThan(60);
  });

  test("an endless stream is cut at the bound", async () => {
    const server = await httpForTest((_request, response) => pour(response, Number.POSITIVE_INFINITY));
    const { get } = lineForTest({ hosts: [server.place], maxResponseBytes: 2 * megabyte + 1 });
    const outcome = await get(server.url);
    if (outcome.kind === "fault") throw new Error(outcome.fault.message);
    expect((await readBody(outcome.answer.body)).text.length).toBe(2 * megabyte + 1);
    expect(outcome.answer.cut()).toBe(true);
  });

  test("an answer of exactly the bound is whole", async () => {
    const server = await httpForTest((_request, response) => response.end("x".repeat(1024)));
    const { get } = lineForTest({ hosts: [server.place], maxResponseBytes: 1024 });
    const outcome = await get(server.url);
    if (outcome.kind === "fault") throw new Error(outcome.fault.message);
    expect((await readBody(outcome.answer.body)).text.length).toBe(1024);
    expect(outcome.answer.cut()).toBe(false);
  });

  test("a character that the cut goes through is left out", async () => {
    const server = await httpForTest((_request, response) => response.end(`${"x".repeat(1023)}€`));
    const { get } = lineForTest({ hosts: [server.place], maxResponseBytes: 1024 });
    const outcome = await get(server.url);
    if (outcome.kind === "fault") throw new Error(outcome.fault.message);
    expect((await readBody(outcome.answer.body)).text).toBe("x".repeat(1023));
  });

  test("a body that nobody reads does not pile up", async () => {
    let written = 0;
    const server = await httpForTest((_request, response) => {
      const chunk = Buffer.alloc(megabyte, "a");
      const next = () => {
        while (written < 200 && !response.destroyed) {
          written += 1;
          if (!response.write(chunk)) return response.once("drain", next);
        }
        return response.end();
      };
      next();
    });
    const { get } = lineForTest({ hosts: [server.place], maxResponseBytes: 400 * megabyte, timeoutMs: 400 });
    const outcome = await get(server.url);
    if (outcome.kind === "fault") throw new Error(outcome.fault.message);
    await new Promise((resolve) => setTimeout(resolve, 500));
    // What the two sockets hold between them, far from 200.
    expect(written).toBeLessThan(50);
    expect((await readBody(outcome.answer.body)).error).toMatchObject({ fault: { code: "timeout" } });
  });
});
