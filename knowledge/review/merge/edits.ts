import { diffArrays } from "diff";

/** A stretch of a base text that another text has differently: its tokens [start, end) became `tokens`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly string[];
}

type Tokens = readonly string[];

// Where so many edits do not suffice, nothing is alike enough to tell what became of what. A count,
// not a time: the same texts give the same answer on every machine.
const mostEdits = 150;
// Each round finds new landmarks within the stretches of the one before; hostile texts could ask
// for one round a token.
const mostRounds = 12;

/**
 * How `other` came about from `base`, in order, with at least one token left alone between any two
 * edits. Tokens that stand once in both texts are taken as landmarks before anything else is
 * compared, as people do; the time grows with the length, also for texts made to defeat that.
 * Where an insertion or removal could stand in several places (the blank line before or after a
 * new paragraph), it stands in the first of them, so that two authors' edits can be compared.
 */
export function editsBetween(base: Tokens, other: Tokens): Edit[] {
  const whole = { from: 0, to: base.length, otherFrom: 0, otherTo: other.length };
  const stretches = differing({ base, other }, whole, 0);
  const edits = joined(stretches.map((stretch) => editOf(stretch, other)));
  return settledLeft(edits, base);
}

interface Pair {
  readonly base: Tokens;
  readonly other: Tokens;
}

/** Base tokens [from, to) beside the other text's [otherFrom, otherTo). */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

function differing(pair: Pair, stretch: Stretch, round: number): Stretch[] {
  const inner = withoutCommonEnds(pair, stretch);
  if (inner.from === inner.to && inner.otherFrom === inner.otherTo) return [];
  if (inner.from === inner.to || inner.otherFrom === inner.otherTo) return [inner];
  const landmarks = round < mostRounds ? landmarksIn(pair, inner) : [];
  if (landmarks.length === 0) return shortest(pair, inner);
  return between(landmarks, inner).flatMap((gap) => differing(pair, gap, round + 1));
}

function withoutCommonEnds({ base, other }: Pair, stretch: Stretch): Stretch {
  let { from, to, otherFrom, otherTo } = stretch;
  while (from < to && otherFrom < otherTo && base[from] === other[otherFrom]) {
    from += 1;
    otherFrom += 1;
  }
  while (from < to && otherFrom < otherTo && base[to - 1] === other[otherTo - 1]) {
    to -= 1;
    otherTo -= 1;
  }
  return { from, to, otherFrom, otherTo };
}

interface Landmark {
  readonly at: number;
  readonly otherAt: number;
}

/** Tokens that stand once on both sides, as far as they stand in the same order. */
function landmarksIn({ base, other }: Pair, stretch: Stretch): Landmark[] {
  const places = placesOfSingles(base, stretch.from, stretch.to);
  const others = placesOfSingles(other, stretch.otherFrom, stretch.otherTo);
  const shared = [...places].flatMap(([token, at]): Landmark[] => {
    const otherAt = others.get(token);
    return otherAt === undefined ? [] : [{ at, otherAt }];
  });
  return longestRising(shared.map(({ otherAt }) => otherAt)).flatMap((nth) => shared[nth] ?? []);
}

function placesOfSingles(tokens: Tokens, from: number, to: number): Map<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (let at = from; at < to; at += 1) {
    const token = tokens[at] ?? "";
    if (places.has(token)) repeated.add(token);
    else places.set(token, at);
  }
  for (const token of repeated) places.delete(token);
  return places;
}

/** The places of a longest rising row among distinct numbers; of several, some one. */
export function longestRising(numbers: readonly number[]): number[] {
  const ends: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const [place, number] of numbers.entries()) {
    const length = firstNotBelow(ends, numbers, number);
    before.set(place, ends[length - 1]);
    ends[length] = place;
  }
  const rising: number[] = [];
  for (let place = ends.at(-1); place !== undefined; place = before.get(place)) rising.push(place);
  return rising.toReversed();
}

function firstNotBelow(ends: readonly number[], numbers: readonly number[], number: number) {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

function between(landmarks: readonly Landmark[], stretch: Stretch): Stretch[] {
  const gaps: Stretch[] = [];
  let from = stretch.from;
  let otherFrom = stretch.otherFrom;
  for (const { at, otherAt } of landmarks) {
    gaps.push({ from, to: at, otherFrom, otherTo: otherAt });
    from = at + 1;
    otherFrom = otherAt + 1;
  }
  return [...gaps, { from, to: stretch.to, otherFrom, otherTo: stretch.otherTo }];
}

/** The fewest edits, where so few do; else the whole stretch as one. */
function shortest({ base, other }: Pair, stretch: Stretch): Stretch[] {
  const changes = diffArrays(
    base.slice(stretch.from, stretch.to),
    other.slice(stretch.otherFrom, stretch.otherTo),
    { maxEditLength: mostEdits },
  );
  if (!changes) return [stretch];
  let { from, otherFrom } = stretch;
  return changes.flatMap(({ added, removed, count }): Stretch[] => {
    const start = { from, otherFrom };
    from += added ? 0 : count;
    otherFrom += removed ? 0 : count;
    return added || removed ? [{ ...start, to: from, otherTo: otherFrom }] : [];
  });
}

function editOf({ from, to, otherFrom, otherTo }: Stretch, other: Tokens): Edit {
  return { start: from, end: to, tokens: other.slice(otherFrom, otherTo) };
}

/** Edits that touch are one. */
function joined(edits: readonly Edit[]): Edit[] {
  const apart: Edit[] = [];
  for (const edit of edits) {
    const last = apart.at(-1);
    if (last?.end !== edit.start) apart.push(edit);
    else
      apart.splice(-1, 1, {
        start: last.start,
        end: edit.end,
        tokens: [...last.tokens, ...edit.tokens],
      });
  }
  return apart;
}

function settledLeft(edits: readonly Edit[], base: Tokens): Edit[] {
  let free = 0;
  return edits.map((edit) => {
    const settled = shiftedLeft(edit, base, free);
    // One token stays between this edit and the next.
    free = settled.end + 1;
    return settled;
  });
}

/** The first place at which the same insertion or removal could stand, `free` or later. */
function shiftedLeft({ start, end, tokens }: Edit, base: Tokens, free: number): Edit {
  const length = tokens.length + end - start;
  if (tokens.length > 0 && end > start) return { start, end, tokens };
  const moved = end > start ? base.slice(start, end) : tokens;
  const tokenAt = (place: number) => (place < start ? base[place] : moved[place - start]);
  let place = start;
  while (place > free && tokenAt(place - 1) === tokenAt(place - 1 + length)) place -= 1;
  if (end > start) return { start: place, end: place + length, tokens };
  const shifted = Array.from({ length }, (_, nth) => tokenAt(place + nth) ?? "");
  return { start: place, end: place, tokens: shifted };
}
