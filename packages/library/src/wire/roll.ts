/** Who is present now. */
export interface Roll<Member> {
  /** Enters a member; the number is its place until it leaves. */
  readonly enter: (member: Member) => number;
  readonly leave: (place: number) => void;
  readonly members: () => readonly Member[];
}

/**
 * Keeps a roll for members that come and go by the thousand, few of them at a time.
 *
 * A Set would do, but each time V8 renews a Set's table the old table goes on pointing to the new one. Once one of them has grown old, the chain
 * keeps whoever was present at each renewal until the next full collection. In a fast run each collection of young objects took twice as long.
 */
export function createRoll<Member>(): Roll<Member> {
  const places: (Member | undefined)[] = [];
  const free: number[] = [];
  return {
    enter(member) {
      const place = free.pop() ?? places.length;
      places[place] = member;
      return place;
    },
    leave(place) {
      if (places[place] === undefined) return;
      places[place] = undefined;
      free.push(place);
    },
    members: () => places.filter((member) => member !== undefined),
  };
}
