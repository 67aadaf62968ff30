import fc from "fast-check";
import { expect, test } from "vitest";
import { createRoll } from "./roll.ts";

test("holds whoever entered and has not left, whatever the order of coming and going", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 12 })), (moves) => {
      const roll = createRoll<{ readonly name: number }>();
      const present: { readonly member: { readonly name: number }; readonly place: number }[] = [];
      for (const [name, move] of moves.entries()) {
        const [leaving] = move < present.length ? present.splice(move, 1) : [];
        if (leaving) roll.leave(leaving.place);
        else {
          const member = { name };
          present.push({ member, place: roll.enter(member) });
        }
      }
      expect(new Set(roll.members())).toEqual(new Set(present.map(({ member }) => member)));
    }),
  );
});

test("leaving twice frees a place once", () => {
  const roll = createRoll<string>();
  const place = roll.enter("a");
  roll.leave(place);
  roll.leave(place);
  expect([roll.enter("b"), roll.enter("c")]).toEqual([place, place + 1]);
});
