/** One of the items, by a random number in [0, 1). The list must not be empty; its first item answers for an empty draw. */
export function pick<Item>(items: readonly [Item, ...Item[]], random: () => number): Item {
  return items[Math.floor(random() * items.length)] ?? items[0];
}
