/** Choices that look random and are the same for the same seed. */
export type Chance = {
  /** A whole number from 0 up to, but not including, `limit`. */
  below: (limit: number) => number;
  /** One of a list that has at least one. */
  one: <Item>(list: readonly Item[]) => Item;
  /** So many different ones of a list, or all of it where it is shorter, in its own order. */
  some: <Item>(list: readonly Item[], count: number) => Item[];
};

/** The choices that follow from a seed (mulberry32, by Tommy Ettinger, in the public domain). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(fraction() * limit);
  return {
    below,
    one(list) {
      const [chosen] = list.slice(below(list.length)).slice(0, 1);
      if (chosen === undefined) throw new Error("there is nothing to choose from");
      return chosen;
    },
    some(list, count) {
      let wanted = Math.min(count, list.length);
      return list.filter((_, at) => {
        const isChosen = below(list.length - at) < wanted;
        if (isChosen) wanted -= 1;
        return isChosen;
      });
    },
  };
}
