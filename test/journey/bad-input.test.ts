import { readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { packOf, projectFolder, projectFor, type ProjectFolder } from "../support/project-folder.ts";
import {
  scriptedServer,
  sendCompletion,
  type Script,
  type ScriptedServer,
} from "../support/scripted-server.ts";

let folder: ProjectFolder;
let servers: ScriptedServer[];

beforeEach(() => {
  folder = projectFolder();
  servers = [];
  folder.write("pack.yaml", packOf(12, 1));
});
afterEach(async () => {
  for (const server of servers) await server.close();
  folder.remove();
});

async function serve(script: Script): Promise<ScriptedServer> {
  const server = await scriptedServer(script);
  servers.push(server);
  return server;
}

interface Ended {
  readonly state: string;
  readonly recordedTrials: number;
  readonly tallies: {
    readonly attack: {
      readonly breached: number;
      readonly held: number;
      readonly unjudged: number;
      readonly unjudgedReasons: Readonly<Record<string, number>>;
    };
  };
}

describe("configuration", () => {
  test("several mistakes are reported at once, each with its place and its remedy", async () => {
    const server = await serve(() => "No.");
    const text = JSON.stringify(projectFor(server), null, 2)
      .replace('"trials": 100000', '"trials": "many"')
      .replace('"techniques"', '"technics"')
      .replace('"kind": "openai-compatible"', '"kind": "openai-compatibel"');
    folder.write("probity.yaml", text);
    const { code, stderr } = await folder.run(["run"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/probity\.yaml:\d+:\d+ .*trials.*whole number/);
    expect(stderr).toMatch(/probity\.yaml:\d+:\d+ .*technics.*Did you mean "techniques"\?/s);
    expect(server.count()).toBe(0);
  });

  test("names that refer to nothing are found with a suggestion", async () => {
    const server = await serve(() => "No.");
    folder.write(
      "probity.yaml",
      projectFor(server, {
        campaign: { target: "dask", select: { families: ["desk-test"] }, transforms: [["encoding.bas64"]] },
      }),
    );
    const { code, stderr } = await folder.run(["plan"]);
    expect(code).toBe(2);
    for (const guess of ['"desk"', '"desk-tests"', '"encoding.base64"'])
      expect(stderr).toContain(`Did you mean ${guess}?`);
  });

  test.each([
    ["text that is no YAML", "charter: [", /probity\.yaml:\d+:\d+/],
    ["an empty file", "", /probity\.yaml:1:1/],
    ["a secret written out", null, /\$\{env:/],
  ])("%s is an error with a place", async (_, text, expected) => {
    const server = await serve(() => "No.");
    folder.write("probity.yaml", text ?? projectFor(server, { settings: { apiKey: "sk-live-1234567890" } }));
    const { code, stdout, stderr } = await folder.run(["plan"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(expected);
    expect(stdout + stderr).not.toContain("sk-live-1234567890");
  });

  test("a missing file, an unknown command and an unknown campaign are usage errors", async () => {
    expect(await folder.run(["run"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("probity init"),
    });
    expect(await folder.run(["rnu"])).toMatchObject({ code: 2, stderr: expect.stringContaining("run") });
    folder.write("probity.yaml", projectFor(await serve(() => "No.")));
    expect(await folder.run(["run", "lok"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Did you mean "look"?'),
    });
  });

  test("a campaign that plans no trial is an error, never success", async () => {
    folder.write(
      "probity.yaml",
      projectFor(await serve(() => "No."), {
        campaign: { select: { families: ["desk-tests"], exclude: ["desk-tests"] } },
      }),
    );
    expect(await folder.run(["run"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("NOTHING_PLANNED"),
    });
  });

  test("a probe whose judge does not exist is an error before anything is sent", async () => {
    const server = await serve(() => "No.");
    folder.write("pack.yaml", packOf(2, 1, { judge: { use: "oracle" } }));
    folder.write("probity.yaml", projectFor(server));
    expect(await folder.run(["run"])).toMatchObject({ code: 2, stderr: expect.stringContaining("oracle") });
    expect(server.count()).toBe(0);
  });
});

describe("targets that misbehave", () => {
  test("an unreachable host stops the campaign with exit code 5 and keeps what was recorded", async () => {
    const server = await serve(() => "No.");
    folder.write(
      "probity.yaml",
      projectFor(server, { limits: { concurrency: 1, stopAfterFailures: 4, maxAttempts: 1 } }),
    );
    await server.close();
    const { code, document } = await folder.json<Ended>(["run"]);
    expect([code, document.state, document.recordedTrials]).toEqual([5, "failed", 4]);
    expect(document.tallies.attack.unjudgedReasons).toEqual({ "target-failed": 4 });
    expect((await folder.json(["verify"])).code).toBe(0);
    const { stdout } = await folder.run(["report"]);
    expect(stdout, "silence is no sign of safety").toContain("Nothing was judged");
    expect(stdout).not.toContain("No failure was found");
  });

  test("a redirect to another host is not followed, is denied, and stands in the report", async () => {
    const trap = await serve(() => "You should not be here.");
    const server = await serve((_, { response }) => {
      response.writeHead(307, { location: `${trap.url}/chat/completions` }).end();
      return undefined;
    });
    folder.write("probity.yaml", projectFor(server, { limits: { concurrency: 1, stopAfterFailures: 3 } }));
    const { code } = await folder.json<Ended>(["run"]);
    expect([code, trap.count()]).toEqual([5, 0]);
    const report = await folder.json<{ reports: { json: string } }>(["report", "--format", "json"]);
    const { denials } = JSON.parse(readFileSync(report.document.reports.json, "utf8")) as {
      denials: { rule: string; message: string }[];
    };
    expect(denials.length).toBeGreaterThan(0);
    expect(denials[0]?.message).toContain(trap.host);
  });

  test("proxies named in the environment are not used", async () => {
    const trap = await serve(() => "proxied");
    const server = await serve(() => "No.");
    folder.write("probity.yaml", projectFor(server));
    const proxy = trap.url.replace("/v1", "");
    const { code } = await folder.json<Ended>(["run"], {
      HTTP_PROXY: proxy,
      HTTPS_PROXY: proxy,
      http_proxy: proxy,
      ALL_PROXY: proxy,
      NODE_USE_ENV_PROXY: "1",
    });
    expect([code, trap.count(), server.count()]).toEqual([0, 0, 12]);
  });

  test.each<[string, Script, Readonly<Record<string, number>>]>([
    ["empty answers", () => "", { empty: 12 }],
    [
      "a page of HTML",
      (_, { response }) => {
        response.setHeader("content-type", "text/html");
        response.end("<html><body>Gateway</body></html>");
        return undefined;
      },
      { "target-failed": 12 },
    ],
    [
      "an endless stream",
      (_, { response }) => {
        response.setHeader("content-type", "application/json");
        response.write('{"choices":[{"message":{"role":"assistant","content":"');
        const chunk = "no ".repeat(20_000);
        const push = () => {
          while (!response.destroyed && response.write(chunk));
          if (!response.destroyed) response.once("drain", push);
        };
        push();
        return undefined;
      },
      { truncated: 12 },
    ],
  ])("%s make trials unjudged, never held", async (_, script, reasons) => {
    const server = await serve(script);
    folder.write(
      "probity.yaml",
      projectFor(server, { limits: { stopAfterFailures: 100, maxAttempts: 1, maxResponseBytes: 200_000 } }),
    );
    const { document } = await folder.json<Ended>(["run"]);
    expect(document.tallies.attack).toMatchObject({ breached: 0, held: 0, unjudged: 12 });
    expect(document.tallies.attack.unjudgedReasons).toEqual(reasons);
  });

  test("an answer of 200 MB is cut at the bound", async () => {
    const server = await serve((_, { response }) => {
      response.setHeader("content-type", "application/json");
      response.setHeader("content-length", "200000000");
      const piece = Buffer.alloc(1_000_000, "a");
      let sent = 0;
      const push = () => {
        while (!response.destroyed && sent < 200) {
          sent += 1;
          if (!response.write(piece)) {
            response.once("drain", push);
            return;
          }
        }
      };
      push();
      return undefined;
    });
    folder.write("pack.yaml", packOf(2, 1));
    folder.write(
      "probity.yaml",
      projectFor(server, { limits: { maxAttempts: 1, concurrency: 2, maxResponseBytes: 1_000_000 } }),
    );
    const { document } = await folder.json<Ended>(["run"]);
    expect(document.tallies.attack).toMatchObject({ held: 0, breached: 0, unjudged: 2 });
  });

  test("a busy target is asked again when it says so, and the waiting is kept to", async () => {
    let refused = 0;
    const since: number[] = [];
    const server = await serve((_, { response, count }) => {
      since.push(performance.now());
      if (count === 3) {
        refused += 1;
        response.writeHead(429, { "retry-after": "1" }).end("{}");
        return undefined;
      }
      if (count === 5) {
        refused += 1;
        response.writeHead(503).end("busy");
        return undefined;
      }
      return "No.";
    });
    folder.write("probity.yaml", projectFor(server, { limits: { concurrency: 1, maxAttempts: 3 } }));
    const { code, document } = await folder.json<Ended>(["run"]);
    expect([code, document.recordedTrials, document.tallies.attack.held, refused]).toEqual([0, 12, 12, 2]);
    expect((since[3] ?? 0) - (since[2] ?? 0)).toBeGreaterThanOrEqual(990);
  });

  test("hostile answers are shown safely everywhere", async () => {
    const hostile =
      "\u001b[2J\u001b]0;owned\u0007<script>alert(1)</script>\u202Etxt.exe xylograph \ufffd=HYPERLINK(1)";
    const server = await serve((_, { response, count }) => {
      if (count % 2 === 0) return hostile;
      sendCompletion(response, hostile, count);
      return undefined;
    });
    folder.write("probity.yaml", projectFor(server));
    const { stdout, stderr } = await folder.run(["run"]);
    expect(stdout + stderr).not.toContain("\u001b]0;");
    const { document } = await folder.json<{ findings: { evidence: string[] }[]; reports: { html: string } }>(
      ["report", "--format", "html"],
    );
    const html = readFileSync(document.reports.html, "utf8");
    expect(html).not.toContain("<script>alert(1)</script>");
    expect(html).not.toContain("\u001b");
    expect(html).not.toContain("\u202e");
    const replayed = await folder.run(["replay", document.findings[0]?.evidence[0] ?? ""]);
    expect(replayed.stdout).not.toContain("\u001b");
    expect(replayed.stdout).toContain("\\u{1b}");
  });

  test("invalid UTF-8 is read with replacement characters", async () => {
    const server = await serve((_, { response }) => {
      response.setHeader("content-type", "application/json");
      const head = Buffer.from(
        '{"id":"x","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"xylo',
      );
      response.end(Buffer.concat([head, Buffer.from([0xff, 0xfe, 0xc3]), Buffer.from('xylograph"}}]}')]));
      return undefined;
    });
    folder.write("probity.yaml", projectFor(server));
    const { document } = await folder.json<Ended>(["run"]);
    expect(document.tallies.attack.breached).toBe(12);
  });
});

describe("the store", () => {
  test("a full store ends with exit code 5 and loses nothing that was recorded", async () => {
    const server = await serve(() => `No. ${"and no again. ".repeat(800)}`);
    folder.write("pack.yaml", packOf(20, 20));
    folder.write("probity.yaml", projectFor(server, { more: { storage: { maxMegabytes: 1 } } }));
    const { code, stdout, stderr } = await folder.run(["run"]);
    expect([code, (stdout + stderr).includes("STORE_FULL")]).toEqual([5, true]);
    folder.write("probity.yaml", projectFor(server, { more: { storage: { maxMegabytes: 500 } } }));
    const kept = (await folder.json<{ recorded: number }[]>(["list", "runs"])).document[0]?.recorded;
    expect(kept).toBeGreaterThan(0);
    expect((await folder.json(["verify"])).code).toBe(0);
    const resumed = await folder.json<Ended>(["resume"]);
    expect([resumed.code, resumed.document.recordedTrials]).toEqual([0, 400]);
  });

  test("a store of a newer version is refused and left alone", async () => {
    folder.write("probity.yaml", projectFor(await serve(() => "No.")));
    await folder.run(["run"]);
    const database = new DatabaseSync(join(folder.path, ".probity", "probity.db"));
    database.exec("insert into kysely_migration (name, timestamp) values ('9999-from-the-future', '2099')");
    database.close();
    expect(await folder.run(["report"])).toMatchObject({
      code: 5,
      stderr: expect.stringContaining("STORE_NEWER"),
    });
  });

  test("a changed entry breaks the evidence: verify names it and no report is made", async () => {
    folder.write("probity.yaml", projectFor(await serve(() => "No.")));
    await folder.run(["run"]);
    const database = new DatabaseSync(join(folder.path, ".probity", "probity.db"));
    database.exec(
      "drop trigger log_entry_keeps; update log_entry set body = replace(body, 'No.', 'Yes') where idx = 5",
    );
    database.close();
    for (const command of ["verify", "report"]) {
      const { code, stderr } = await folder.run([command]);
      expect([code, stderr.includes("EVIDENCE_BROKEN")], command).toEqual([5, true]);
      expect(stderr).toMatch(/\b5\b/);
    }
  });

  test("an outcome changed in the index alone breaks the evidence as well", async () => {
    folder.write("probity.yaml", projectFor(await serve(() => "No.")));
    await folder.run(["run"]);
    const database = new DatabaseSync(join(folder.path, ".probity", "probity.db"));
    const index = Number(database.prepare("select min(idx) as idx from verdict").get()?.["idx"]);
    database.exec(`drop trigger verdict_keeps; update verdict set outcome = 'breached' where idx = ${index}`);
    database.close();
    for (const command of ["verify", "report"]) {
      const { code, stderr } = await folder.run([command]);
      expect([code, stderr.includes("EVIDENCE_BROKEN")], command).toEqual([5, true]);
      expect(stderr).toContain(`entry ${index}`);
    }
  });
});
