import { gzipSync } from "node:zlib";
import type { WireOutcome } from "@probity/kit";
import { describe, expect, test } from "vitest";
import { httpForTest, lineForTest, socketForTest } from "./testing/for-this-test.ts";
import { readBody } from "./testing/open-line.ts";

function answerOf(outcome: WireOutcome) {
  if (outcome.kind === "fault") throw new Error(`${outcome.fault.code}: ${outcome.fault.message}`);
  return outcome.answer;
}

/** A server that plain 127.0.0.1 names, with a line to it. */
async function reach(
  listener: Parameters<typeof httpForTest>[0],
  wishes: Partial<Parameters<typeof lineForTest>[0]> = {},
) {
  const server = await httpForTest(listener);
  return { server, ...lineForTest({ hosts: [server.place], ...wishes }) };
}

describe("an exchange", () => {
  test("brings status, headers in lower case and the body", async () => {
    const { server, line } = await reach((request, response) => {
      response.writeHead(201, {
        "X-Seen": `${request.method} ${request.url} ${String(request.headers["x-mine"])}`,
      });
      request.pipe(response);
    });
    const outcome = await line.send({
      method: "POST",
      url: `${server.url}/path?q=1`,
      headers: { "X-Mine": "yes" },
      body: "hällo",
    });
    const answer = answerOf(outcome);
    expect(answer.status).toBe(201);
    expect(answer.headers["x-seen"]).toBe("POST /path?q=1 yes");
    expect(await readBody(answer.body)).toEqual({ text: "hällo" });
    expect(answer.cut()).toBe(false);
  });

  test("keeps its connection for the next", async () => {
    const { server, get } = await reach((_request, response) => response.end("x".repeat(40_000)));
    for (let count = 0; count < 10; count += 1) await readBody(answerOf(await get(server.url)).body);
    // One, and a second when a request comes before the first connection is seen to be free.
    expect(server.connections()).toBeLessThan(3);
  });

  test("keeps its connection also when a short rest of the body is not wanted", async () => {
    const { server, get } = await reach((_request, response) => {
      response.write("x".repeat(20_000));
      setTimeout(() => response.end("x".repeat(20_000)), 5);
    });
    const rounds = 6;
    for (let round = 0; round < rounds; round += 1) {
      for await (const _piece of answerOf(await get(server.url)).body) break;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    // On a busy machine a rest may still be on its way when the next request starts.
    expect(server.connections()).toBeLessThan(rounds);
  });

  test("closes its connection when the unwanted rest is long", async () => {
    let written = 0;
    const closed = Promise.withResolvers<void>();
    const { server, get } = await reach((_request, response) => {
      response.on("close", () => closed.resolve());
      const pour = () => {
        if (response.destroyed) return;
        written += 1;
        response.write("x".repeat(50_000), pour);
      };
      pour();
    });
    for await (const _piece of answerOf(await get(server.url)).body) break;
    await closed.promise;
    expect(written).toBeLessThan(200);
  });

  test("gives a slow reader all of a long body", async () => {
    const { server, get } = await reach((_request, response) => response.end("x".repeat(900_000)));
    let length = 0;
    for await (const piece of answerOf(await get(server.url)).body) {
      length += piece.length;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(length).toBe(900_000);
  });

  test("says who asks, and asks for no compression whatever the caller wants", async () => {
    const seen: unknown[] = [];
    const { server, line } = await reach((request, response) => {
      seen.push(request.headers["user-agent"], request.headers["accept-encoding"]);
      response.end();
    });
    await line.send({ method: "GET", url: server.url, headers: { "Accept-Encoding": "gzip" } });
    expect(seen).toEqual(["probity", "identity"]);
  });

  test("refuses an answer that was compressed all the same", async () => {
    const bomb = gzipSync(Buffer.alloc(10_000_000));
    const { server, get } = await reach((_request, response) => {
      response.writeHead(200, { "content-encoding": "gzip" });
      response.end(bomb);
    });
    expect(await get(server.url)).toMatchObject({ fault: { side: "target", code: "unreadable-answer" } });
  });

  test("ends as abandoned once the wire is closed", async () => {
    const { server, wire, get } = await reach((_request, response) => response.end("late"));
    await wire.close();
    expect(await get(server.url)).toMatchObject({ fault: { side: "ours", code: "aborted" } });
    expect(server.connections()).toBe(0);
  });
});

describe("hostile bytes", () => {
  test("invalid UTF-8 becomes U+FFFD, and characters split between chunks stay whole", async () => {
    const euro = Buffer.from("€");
    const { server, get } = await reach((_request, response) => {
      response.write(Buffer.concat([Buffer.from([0xff, 0xfe, 0x41]), euro.subarray(0, 1)]));
      setTimeout(() => response.end(Buffer.concat([euro.subarray(1), Buffer.from([0xe2, 0x82])])), 20);
    });
    const { text } = await readBody(answerOf(await get(server.url)).body);
    expect(text).toBe("\uFFFD\uFFFDA€\uFFFD");
  });

  test("a byte order mark at the start is no part of the text; one further on is", async () => {
    const { server, get } = await reach((_request, response) => response.end("\uFEFFa\uFEFFb"));
    expect((await readBody(answerOf(await get(server.url)).body)).text).toBe("a\uFEFFb");
  });

  test.each([
    ["headers beyond 16 KiB", `HTTP/1.1 200 OK\r\nx-big: ${"a".repeat(70_000)}\r\n\r\n`],
    ["no HTTP at all", "SSH-2.0-OpenSSH_9.6\r\n"],
    ["a broken status line", "HTTP/1.1 two hundred\r\n\r\n"],
  ])("%s is an unreadable answer", async (_name, bytes) => {
    const server = await socketForTest((socket) => socket.once("data", () => socket.end(bytes)));
    const { get } = lineForTest({ hosts: [server.place] });
    expect(await get(server.url)).toMatchObject({ fault: { side: "target", code: "unreadable-answer" } });
  });

  test("a header with a line break in it is our fault, and is not quoted", async () => {
    const { server, line } = await reach((_request, response) => response.end());
    const outcome = await line.send({
      method: "GET",
      url: server.url,
      headers: { "x-key": "s3cret\r\nx-evil: 1" },
    });
    expect(outcome).toMatchObject({ fault: { side: "ours", code: "rejected" } });
    expect(JSON.stringify(outcome)).not.toContain("s3cret");
    expect(server.connections()).toBe(0);
  });
});

describe("failing connections", () => {
  test("a port where nobody listens is unreachable", async () => {
    const server = await httpForTest(() => {});
    await server.close();
    const { get } = lineForTest({ hosts: [server.place] });
    expect(await get(server.url)).toMatchObject({
      fault: {
        side: "network",
        code: "unreachable",
        message: `${server.place} refused the connection (ECONNREFUSED).`,
      },
    });
  });

  test("a name without an address is unreachable", async () => {
    const { get } = lineForTest({
      hosts: ["nowhere.example:80"],
      wireOptions: {
        resolve: () => Promise.reject(Object.assign(new Error("not found"), { code: "ENOTFOUND" })),
      },
    });
    expect(await get("http://nowhere.example/")).toMatchObject({
      fault: { side: "network", code: "unreachable" },
    });
  });

  test("a server that does not speak TLS is unreachable over https", async () => {
    const server = await httpForTest((_request, response) => response.end("plain"));
    const { get } = lineForTest({ hosts: [server.place] });
    expect(await get(`https://${server.place}/`)).toMatchObject({
      fault: { side: "network", code: "unreachable" },
    });
  });

  test("a reset before the answer is unreachable", async () => {
    const server = await socketForTest((socket) => socket.once("data", () => socket.resetAndDestroy()));
    const { get } = lineForTest({ hosts: [server.place] });
    expect(await get(server.url)).toMatchObject({ fault: { side: "network", code: "unreachable" } });
  });

  test.each([
    ["a reset", "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n", true],
    ["an end before the length it declared", "HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\nhello", false],
    [
      "an end without the last chunk",
      "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n",
      false,
    ],
  ])("%s in the middle of a body breaks the body off, after what came", async (_name, bytes, reset) => {
    const server = await socketForTest((socket) =>
      socket.once("data", () => {
        socket.write(bytes);
        setTimeout(() => (reset ? socket.resetAndDestroy() : socket.end()), 30);
      }),
    );
    const { get } = lineForTest({ hosts: [server.place] });
    const reading = await readBody(answerOf(await get(server.url)).body);
    expect(reading.text).toBe("hello");
    expect(reading.error).toMatchObject({ fault: { side: "network", code: "stream-broken" } });
  });
});

describe("time", () => {
  test("headers that do not come are a time-out", async () => {
    const { server, get } = await reach(() => {}, { timeoutMs: 100 });
    expect(await get(server.url)).toMatchObject({ fault: { side: "network", code: "timeout" } });
  });

  test("a trickling body is cut off at the deadline of the whole exchange", async () => {
    const closed = Promise.withResolvers<void>();
    const { server, get } = await reach(
      (_request, response) => {
        const timer = setInterval(() => response.write("."), 20);
        response.on("close", () => {
          clearInterval(timer);
          closed.resolve();
        });
      },
      { timeoutMs: 200 },
    );
    const reading = await readBody(answerOf(await get(server.url)).body);
    expect(reading.text).toMatch(/^\.+$/);
    expect(reading.error).toMatchObject({ fault: { side: "network", code: "timeout" } });
    await closed.promise;
  });

  test("a name server that never answers is a time-out", async () => {
    const { get } = lineForTest({
      hosts: ["slow.example:80"],
      timeoutMs: 50,
      wireOptions: { resolve: () => new Promise(() => {}) },
    });
    expect(await get("http://slow.example/")).toMatchObject({ fault: { side: "network", code: "timeout" } });
  });

  test("a request that was given up while it waited for a connection is not sent when one opens", async () => {
    const stop = new AbortController();
    const resolved = Promise.withResolvers<readonly string[]>();
    let requests = 0;
    const server = await httpForTest((_request, response) => {
      requests += 1;
      response.end();
    });
    const place = `late.localhost:${server.port}`;
    const { get } = lineForTest({
      hosts: [place],
      signal: stop.signal,
      wireOptions: { resolve: () => resolved.promise },
    });
    const outcome = get(`http://${place}/`);
    stop.abort();
    expect(await outcome).toMatchObject({ fault: { side: "ours", code: "aborted" } });
    resolved.resolve(["127.0.0.1"]);
    while (server.connections() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(requests).toBe(0);
  });

  test("a time-out longer than a timer can hold does not fire at once", async () => {
    const { server, get } = await reach(
      (_request, response) => setTimeout(() => response.end("patient"), 30),
      { timeoutMs: 2 ** 40 },
    );
    expect((await readBody(answerOf(await get(server.url)).body)).text).toBe("patient");
  });

  test("a stopped run sends nothing more", async () => {
    const { server, get } = await reach((_request, response) => response.end(), {
      signal: AbortSignal.abort(),
    });
    expect(await get(server.url)).toMatchObject({ fault: { side: "ours", code: "aborted" } });
    expect(server.connections()).toBe(0);
  });

  test("stopping the run abandons a request that waits, and a body that is being read", async () => {
    const stop = new AbortController();
    const { server, get } = await reach(
      (request, response) => {
        if (request.url === "/body") response.write("begun");
      },
      { signal: stop.signal },
    );
    const waiting = get(`${server.url}/head`);
    const body = readBody(answerOf(await get(`${server.url}/body`)).body);
    setTimeout(() => stop.abort(), 30);
    expect(await waiting).toMatchObject({ fault: { side: "ours", code: "aborted" } });
    expect(await body).toMatchObject({ text: "begun", error: { fault: { side: "ours", code: "aborted" } } });
  });
});
