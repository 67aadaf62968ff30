import type { Fault, Usage } from "@probity/domain";
import type { TargetOutcome } from "@probity/kit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createChannel, type ChannelPorts } from "./create-channel.ts";

const start = Date.parse("2026-12-01T00:00:00Z");

/** Time that passes only when everyone waits for it. */
function createVirtualTime() {
  let time = start;
  const sleepers = new Set<{ readonly at: number; readonly wake: () => void }>();
  return {
    now: () => time,
    elapsed: () => time - start,
    sleep: (ms: number, signal: AbortSignal): Promise<void> =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const wake = () => {
          sleepers.delete(sleeper);
          signal.removeEventListener("abort", wake);
          resolve();
        };
        const sleeper = { at: time + ms, wake };
        sleepers.add(sleeper);
        signal.addEventListener("abort", wake, { once: true });
      }),
    /** Lets time pass, sleeper by sleeper, until nobody sleeps any more. */
    run: async <Result>(work: Promise<Result>): Promise<Result> => {
      let over = false;
      void work.finally(() => {
        over = true;
      });
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve));
        if (over) return work;
        const next = [...sleepers].sort((a, b) => a.at - b.at)[0];
        if (next === undefined) throw new Error("everyone waits, and nobody sleeps");
        time = Math.max(time, next.at);
        next.wake();
      }
    },
  };
}

const never = new AbortController().signal;
const options = { estimatedTokens: 10, signal: never };

function replied(usage?: Usage): TargetOutcome {
  const said = { text: "hi", toolCalls: [], finish: "stop", cut: false } as const;
  return { kind: "reply", reply: usage ? { ...said, usage } : said };
}

function failed(fault: Partial<Fault>): TargetOutcome {
  return { kind: "fault", fault: { side: "target", code: "server-error", message: "no", ...fault } };
}

function virtualChannel(limits: Partial<ChannelPorts["limits"]> = {}, more: Partial<ChannelPorts> = {}) {
  const time = createVirtualTime();
  const channel = createChannel({
    limits: { concurrency: 8, maxAttempts: 4, ...limits },
    now: time.now,
    random: () => 0.5,
    sleep: time.sleep,
    ...more,
  });
  return { time, channel };
}

describe("a channel", () => {
  test("delivers a reply with when it was sent and how long it took", async () => {
    const { time, channel } = virtualChannel();
    const ask = async () => {
      await time.sleep(125, never);
      return replied();
    };
    expect(await time.run(channel.send(ask, options))).toEqual({
      outcome: replied(),
      attempts: 1,
      latencyMs: 125,
      sentAt: "2026-12-01T00:00:00.000Z",
    });
  });

  test("never has more in flight than its concurrency, and serves in order of arrival", async () => {
    const { time, channel } = virtualChannel({ concurrency: 3 });
    let inFlight = 0;
    let most = 0;
    const order: number[] = [];
    const sends = Array.from({ length: 20 }, (_, index) =>
      channel.send(async () => {
        order.push(index);
        most = Math.max(most, ++inFlight);
        await time.sleep(10, never);
        inFlight -= 1;
        return replied();
      }, options),
    );
    await time.run(Promise.all(sends));
    expect(most).toBe(3);
    expect(order).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });

  test("frees its place when an ask throws, which is a fault of ours", async () => {
    const { time, channel } = virtualChannel({ concurrency: 1 });
    const thrown = await channel.send(
      () => Promise.reject(new TypeError("no such\u001b[31m field")),
      options,
    );
    expect(thrown).toMatchObject({
      attempts: 1,
      outcome: {
        fault: {
          side: "ours",
          code: "extension-threw",
          message: "The target adapter threw. TypeError: no such [31m field",
        },
      },
    });
    expect(await time.run(channel.send(() => Promise.resolve(replied()), options))).toMatchObject({
      attempts: 1,
    });
  });
});

describe("retries", () => {
  test("count attempts, and the latency is that of the attempt that counted", async () => {
    const { time, channel } = virtualChannel();
    const latencies = [900, 700, 40];
    let count = 0;
    const ask = async () => {
      await time.sleep(latencies[count] ?? 0, never);
      count += 1;
      return count < 3 ? failed({ status: 503 }) : replied();
    };
    const delivery = await time.run(channel.send(ask, options));
    expect(delivery).toMatchObject({ attempts: 3, latencyMs: 40, outcome: { kind: "reply" } });
    // 900 + 250 of backoff + 700 + 500 of backoff.
    expect(delivery.sentAt).toBe("2026-12-01T00:00:02.350Z");
  });

  test("end with the last fault after the last attempt", async () => {
    const { time, channel } = virtualChannel({ maxAttempts: 3 });
    let count = 0;
    const ask = () => Promise.resolve(failed({ message: `no ${++count}` }));
    const delivery = await time.run(channel.send(ask, options));
    expect(delivery).toMatchObject({ attempts: 3, outcome: { fault: { message: "no 3" } } });
  });

  test("stop at a fault that another attempt cannot cure", async () => {
    const { time, channel } = virtualChannel();
    const ask = () => Promise.resolve(failed({ code: "rejected", status: 401 }));
    expect(await time.run(channel.send(ask, options))).toMatchObject({ attempts: 1 });
  });

  test("after a Retry-After nothing at all is sent until it is over, by any worker", async () => {
    const { time, channel } = virtualChannel();
    const sent: number[] = [];
    const limited = () => {
      sent.push(time.elapsed());
      return Promise.resolve(
        sent.length === 1 ? failed({ code: "rate-limited", status: 429, retryAfterMs: 5000 }) : replied(),
      );
    };
    const first = channel.send(limited, options);
    const others = time
      .sleep(100, never)
      .then(() => Promise.all([1, 2, 3].map(() => channel.send(limited, options))));
    await time.run(Promise.all([first, others]));
    expect(sent).toEqual([0, 5000, 5000, 5000, 5000]);
  });

  test("a Retry-After holds the others back also when its own request has no attempt left", async () => {
    const { time, channel } = virtualChannel({ maxAttempts: 1 });
    await channel.send(() => Promise.resolve(failed({ code: "rate-limited", retryAfterMs: 700 })), options);
    const next = await time.run(channel.send(() => Promise.resolve(replied()), options));
    expect(next.sentAt).toBe("2026-12-01T00:00:00.700Z");
  });

  test("a Retry-After beyond the longest wait ends the request with its fault, at once", async () => {
    const { time, channel } = virtualChannel();
    const ask = () => Promise.resolve(failed({ code: "rate-limited", retryAfterMs: 3_600_000 }));
    const delivery = await time.run(channel.send(ask, options));
    expect(delivery).toMatchObject({ attempts: 1, outcome: { fault: { retryAfterMs: 3_600_000 } } });
    expect(time.elapsed()).toBe(0);
  });
});

describe("budgets", () => {
  test("of requests hold in every minute, over all workers and retries", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 120 }),
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 60 }),
        async (requestsPerMinute, failures) => {
          const { time, channel } = virtualChannel({ requestsPerMinute });
          const sent: number[] = [];
          const sends = failures.map((times) => {
            let left = times;
            return channel.send(() => {
              sent.push(time.elapsed());
              return Promise.resolve(left-- > 0 ? failed({ status: 500 }) : replied());
            }, options);
          });
          const deliveries = await time.run(Promise.all(sends));
          expect(deliveries.every(({ outcome }) => outcome.kind === "reply")).toBe(true);
          for (const [index, at] of sent.entries()) {
            const next = sent[index + requestsPerMinute];
            if (next !== undefined) expect(next - at).toBeGreaterThan(60_000 - 0.01);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  test("of tokens hold by the estimate, and are corrected by what a reply says it used", async () => {
    const { time, channel } = virtualChannel({ tokensPerMinute: 1000 });
    const sent: number[] = [];
    const send = (estimatedTokens: number, usage?: Usage) =>
      channel.send(
        () => {
          sent.push(time.elapsed());
          return Promise.resolve(replied(usage));
        },
        { estimatedTokens, signal: never },
      );
    await send(900, { inputTokens: 300, outputTokens: 100 });
    await send(600);
    // 400 used and 600 estimated: the next waits until the first has left the minute.
    await time.run(send(300));
    expect(sent).toEqual([0, 0, 60_000]);
  });

  test("a correction is noticed by those who already wait", async () => {
    const { time, channel } = virtualChannel({ tokensPerMinute: 1000 });
    const slow = channel.send(
      async () => {
        await time.sleep(2500, never);
        return replied({ inputTokens: 10, outputTokens: 10 });
      },
      { estimatedTokens: 1000, signal: never },
    );
    const next = channel.send(() => Promise.resolve(replied()), { estimatedTokens: 500, signal: never });
    await time.run(Promise.all([slow, next]));
    expect(Date.parse((await next).sentAt) - start).toBe(3000);
  });
});

describe("a stopped run", () => {
  test.each([
    ["a place", { concurrency: 1 }, 1],
    ["the pace", { requestsPerMinute: 1 }, 1],
    ["the budget", { tokensPerMinute: 10 }, 1],
  ] as const)("ends a wait for %s, without sending", async (_name, limits, sendsBefore) => {
    const { time, channel } = virtualChannel(limits);
    const stop = new AbortController();
    let sent = 0;
    const first = channel.send(async () => {
      sent += 1;
      await time.sleep(500, never);
      return replied();
    }, options);
    const waiting = channel.send(
      () => {
        sent += 1;
        return Promise.resolve(replied());
      },
      { estimatedTokens: 10, signal: stop.signal },
    );
    const stopping = time.sleep(100, never).then(() => stop.abort());
    await time.run(Promise.all([first, waiting, stopping]));
    expect(await waiting).toMatchObject({
      attempts: 0,
      outcome: { fault: { side: "ours", code: "aborted" } },
    });
    expect(sent).toBe(sendsBefore);
  });

  test("ends a wait between attempts, and counts those made", async () => {
    const { time, channel } = virtualChannel();
    const stop = new AbortController();
    const waiting = channel.send(() => Promise.resolve(failed({ retryAfterMs: 60_000 })), {
      estimatedTokens: 1,
      signal: stop.signal,
    });
    const stopping = time.sleep(100, never).then(() => stop.abort());
    await time.run(Promise.all([waiting, stopping]));
    expect(await waiting).toMatchObject({ attempts: 1, outcome: { fault: { code: "aborted" } } });
    expect(time.elapsed()).toBeLessThan(60_000);
  });

  test("sends nothing more, also when nothing limits the channel", async () => {
    const { channel } = virtualChannel();
    const delivery = await channel.send(() => Promise.resolve(replied()), {
      estimatedTokens: 1,
      signal: AbortSignal.abort(),
    });
    expect(delivery).toMatchObject({ attempts: 0, outcome: { fault: { code: "aborted" } } });
  });

  test("does not lose the place of one who left the line", async () => {
    const { time, channel } = virtualChannel({ concurrency: 1 });
    const stop = new AbortController();
    const slow = async () => {
      await time.sleep(50, never);
      return replied();
    };
    const first = channel.send(slow, options);
    const leaver = channel.send(slow, { estimatedTokens: 1, signal: stop.signal });
    const last = channel.send(slow, options);
    stop.abort();
    await time.run(Promise.all([first, leaver, last]));
    expect((await last).outcome.kind).toBe("reply");
  });
});
