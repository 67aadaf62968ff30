import { describe, expect, test } from "vitest";
import { createWire } from "./create-wire.ts";
import { httpForTest, lineForTest } from "./testing/for-this-test.ts";
import { charterEnd, permitFor } from "./testing/permit-for.ts";

const denied = { kind: "fault", fault: { side: "gate", code: "denied" } };

/** A server that must not be reached, and one that may be. */
async function servers() {
  const trap = await httpForTest((_request, response) => response.end("caught"));
  const approved = await httpForTest((_request, response) => response.end("welcome"));
  return { trap, approved };
}

describe("the permit", () => {
  test("a host that is not in it is refused before anything is sent", async () => {
    const { trap, approved } = await servers();
    const { get } = lineForTest({ hosts: [approved.place] });
    expect(await get(trap.url)).toMatchObject(denied);
    expect(trap.connections()).toBe(0);
  });

  test.each([
    ["a user name that looks like the host", (ok: string, trap: string) => `http://${ok}@${trap}/`],
    ["a backslash", (ok: string, trap: string) => `http://${trap}\\@${ok}/`],
    ["an encoded slash", (ok: string, trap: string) => `http://${trap}/%2f..//${ok}`],
    ["a trailing dot", (_ok: string, trap: string) => `http://${trap.replace(":", ".:")}/`],
    [
      "IPv6-mapped notation",
      (_ok: string, trap: string) => `http://${trap.replace("127.0.0.1", "[::ffff:127.0.0.1]")}/`,
    ],
    ["the name localhost", (ok: string) => `http://${ok.replace("127.0.0.1", "localhost")}/`],
    ["another scheme", (ok: string) => `ftp://${ok}/`],
    ["no URL", () => "nonsense"],
  ])("%s does not lead around it", async (_name, url) => {
    const { trap, approved } = await servers();
    const { get } = lineForTest({ hosts: [approved.place] });
    expect(await get(url(approved.place, trap.place))).toMatchObject(denied);
    expect(trap.connections()).toBe(0);
  });

  test("another way of writing the approved address is the approved address", async () => {
    const { approved } = await servers();
    const { get } = lineForTest({ hosts: [approved.place] });
    expect(await get(`http://2130706433:${approved.port}/`)).toMatchObject({ kind: "answer" });
  });

  test("a Host header of its own is refused: it reaches another site at the same address", async () => {
    const { approved } = await servers();
    const { line } = lineForTest({ hosts: [approved.place] });
    const outcome = await line.send({ method: "GET", url: approved.url, headers: { HOST: "other.example" } });
    expect(outcome).toMatchObject(denied);
    expect(approved.connections()).toBe(0);
  });

  test("nothing is sent from the moment the charter's window ends", async () => {
    const { approved } = await servers();
    let now = charterEnd - 1;
    const { get } = lineForTest({ hosts: [approved.place], wireOptions: { now: () => now } });
    expect(await get(approved.url)).toMatchObject({ kind: "answer" });
    now = charterEnd;
    expect(await get(approved.url)).toMatchObject(denied);
    now = Number.NaN;
    expect(await get(approved.url)).toMatchObject(denied);
  });
});

describe("redirects", () => {
  test.each([301, 302, 303, 307, 308])(
    "%i to another host is not followed, and the host is named",
    async (status) => {
      const trap = await httpForTest((_request, response) => response.end("caught"));
      const approved = await httpForTest((_request, response) => {
        response.writeHead(status, { location: `${trap.url}/stolen?secret=1` });
        response.end();
      });
      const { get } = lineForTest({ hosts: [approved.place, trap.place] });
      const outcome = await get(approved.url);
      expect(outcome).toMatchObject({ fault: { side: "gate", code: "redirected", status } });
      expect(JSON.stringify(outcome)).toContain(`redirects to ${trap.place};`);
      expect(trap.connections()).toBe(0);
    },
  );

  test("a redirect to nowhere readable is refused too", async () => {
    const approved = await httpForTest((_request, response) => {
      response.writeHead(302, { location: "http://[broken" });
      response.end();
    });
    const { get } = lineForTest({ hosts: [approved.place] });
    expect(await get(approved.url)).toMatchObject({ fault: { code: "redirected" } });
  });
});

describe("names", () => {
  test.each(["127.0.0.1", "10.0.0.7", "169.254.169.254", "::1", "::ffff:127.0.0.1", "fd00:ec2::254"])(
    "an approved public name that leads to %s is refused",
    async (address) => {
      const { trap } = await servers();
      const { get } = lineForTest({
        hosts: [`api.example:${trap.port}`],
        wireOptions: { resolve: () => Promise.resolve([address]) },
      });
      const outcome = await get(`http://api.example:${trap.port}/`);
      expect(outcome).toMatchObject(denied);
      expect(JSON.stringify(outcome)).toContain(address);
      expect(trap.connections()).toBe(0);
    },
  );

  test("one inner address among public ones refuses them all", async () => {
    const { trap } = await servers();
    const { get } = lineForTest({
      hosts: [`api.example:${trap.port}`],
      wireOptions: { resolve: () => Promise.resolve(["93.184.215.14", "127.0.0.1"]) },
    });
    expect(await get(`http://api.example:${trap.port}/`)).toMatchObject(denied);
    expect(trap.connections()).toBe(0);
  });

  test("an address that the charter lists itself may stand behind a name", async () => {
    const hosts: (string | undefined)[] = [];
    const server = await httpForTest((request, response) => {
      hosts.push(request.headers.host);
      response.end();
    });
    const { get } = lineForTest({
      hosts: [`inner.example:${server.port}`],
      approvedHosts: [`inner.example:${server.port}`, "127.0.0.1"],
      wireOptions: { resolve: () => Promise.resolve(["127.0.0.1"]) },
    });
    expect(await get(`http://inner.example:${server.port}/`)).toMatchObject({ kind: "answer" });
    expect(hosts).toEqual([`inner.example:${server.port}`]);
  });

  test("a name is resolved once for each connection, and the connection goes to what was checked", async () => {
    const server = await httpForTest((request, response) => {
      if (request.url === "/last") response.setHeader("connection", "close");
      response.end();
    });
    const answers = ["127.0.0.1", "169.254.169.254"];
    let asked = 0;
    const place = `rebinding.localhost:${server.port}`;
    const { get } = lineForTest({
      hosts: [place],
      wireOptions: { resolve: () => Promise.resolve([answers[asked++] ?? "0.0.0.0"]) },
    });
    const visit = async (path: string) => {
      const outcome = await get(`http://${place}${path}`);
      if (outcome.kind === "answer") for await (const _piece of outcome.answer.body);
      await new Promise((resolve) => setTimeout(resolve, 20));
      return outcome;
    };
    expect(await visit("/")).toMatchObject({ kind: "answer" });
    expect(await visit("/last")).toMatchObject({ kind: "answer" });
    expect(asked).toBe(1);
    expect(await visit("/")).toMatchObject(denied);
    expect(asked).toBe(2);
    expect(server.connections()).toBe(1);
  });

  test("a connection that one charter allowed does not serve another that would not", async () => {
    const server = await httpForTest((_request, response) => response.end());
    const place = `inner.example:${server.port}`;
    const wire = createWire({ resolve: () => Promise.resolve(["127.0.0.1"]) });
    const options = { timeoutMs: 5000, maxResponseBytes: 1000, signal: new AbortController().signal };
    const request = { method: "GET", url: `http://${place}/`, headers: {} } as const;
    const wide = wire.line(permitFor({ hosts: [place], approvedHosts: [place, "127.0.0.1"] }), options);
    const narrow = wire.line(permitFor({ hosts: [place] }), options);
    expect(await wide.send(request)).toMatchObject({ kind: "answer" });
    expect(await narrow.send(request)).toMatchObject(denied);
    await wire.close();
  });
});
