import fc from "fast-check";
import { expect, test } from "vitest";
import { createSlots } from "./slots.ts";

test("whatever the order of coming, leaving and giving up, no more places are held than there are", async () => {
  const steps = fc.array(fc.constantFrom("take", "release", "give-up"), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), steps, async (count, each) => {
      const slots = createSlots(count);
      const waiting: AbortController[] = [];
      let held = 0;
      for (const step of each) {
        if (step === "take") {
          const patience = new AbortController();
          waiting.push(patience);
          void slots.take(patience.signal).then((taken) => {
            waiting.splice(waiting.indexOf(patience), 1);
            if (taken) held += 1;
          });
        } else if (step === "give-up") {
          waiting.at(-1)?.abort();
        } else if (held > 0) {
          held -= 1;
          slots.release();
        }
        await new Promise((resolve) => setImmediate(resolve));
        expect(held).toBeLessThanOrEqual(count);
        // Nobody waits while a place is free.
        if (waiting.length > 0) expect(held).toBe(count);
      }
    }),
  );
});
