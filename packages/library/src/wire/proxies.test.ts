import { spawn } from "node:child_process";
import { expect, test } from "vitest";
import { httpForTest } from "./testing/for-this-test.ts";

/** What a script writes, in a process of its own: Node reads proxy variables as it starts. */
async function said(script: string, environment: Readonly<Record<string, string>>): Promise<string> {
  const child = spawn(
    process.execPath,
    ["--conditions=probity-source", "--input-type=module", "--eval", script],
    { env: { ...process.env, ...environment }, stdio: ["ignore", "pipe", "inherit"] },
  );
  let text = "";
  for await (const chunk of child.stdout) text += String(chunk);
  return text;
}

function askThroughWire(url: string): string {
  return `
    import { openLine } from ${JSON.stringify(new URL("./testing/open-line.ts", import.meta.url).href)};
    const url = ${JSON.stringify(url)};
    const { get, wire } = openLine({ hosts: [new URL(url).host] });
    const outcome = await get(url);
    if (outcome.kind === "answer") for await (const piece of outcome.answer.body) process.stdout.write(piece);
    else process.stdout.write(outcome.fault.message);
    await wire.close();
  `;
}

test("proxies named in the environment receive nothing", async () => {
  const trap = await httpForTest((_request, response) => response.end("caught"));
  const target = await httpForTest((_request, response) => response.end("straight"));
  const proxied = Object.fromEntries(
    ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"].map((name) => [
      name,
      trap.url,
    ]),
  );
  const environment = { ...proxied, NO_PROXY: "", no_proxy: "", NODE_USE_ENV_PROXY: "1" };
  // What heeds these variables does go to the trap.
  await said(
    `await fetch(${JSON.stringify(target.url)}, { signal: AbortSignal.timeout(300) }).catch(() => {}); process.exit()`,
    environment,
  );
  expect(trap.connections()).toBeGreaterThan(0);
  const before = trap.connections();
  expect(await said(askThroughWire(target.url), environment)).toBe("straight");
  expect(trap.connections()).toBe(before);
});
