/**
 * The known names nearest to a word, for "did you mean": by the number of letters to add, drop,
 * change or swap with their neighbour, case put aside. At most `max`, nearest first, ties in the
 * order of the alphabet; none when all are further away than a third of the word's length (at
 * least one letter, at most four), because a far-fetched suggestion is worse than none.
 */
export function nearest(word: string, candidates: Iterable<string>, max = 1): string[] {
  const sought = word.toLowerCase();
  const reach = Math.min(4, Math.max(1, Math.floor(sought.length / 3)));
  const near: { name: string; distance: number }[] = [];
  for (const name of candidates) {
    const distance = distanceWithin(sought, name.toLowerCase(), reach);
    if (distance !== null) near.push({ name, distance });
  }
  near.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return near.slice(0, max).map(({ name }) => name);
}

/**
 * The edit distance (optimal string alignment) of two words, null when it exceeds `reach`. Only
 * the band of `reach` columns beside the diagonal is filled in, and it is given up as soon as the
 * reach is exceeded, so that ten thousand names cost a few milliseconds.
 */
export function distanceWithin(one: string, other: string, reach: number): number | null {
  if (Math.abs(one.length - other.length) > reach) return null;
  const [a, b] = withoutSharedEnds(one, other);
  const rows: Rows = { a, b, reach, last: far(b.length + 1), beforeLast: [] };
  for (let column = 0; column <= Math.min(reach, b.length); column++) rows.last[column] = column;
  for (let row = 1; row <= a.length; row++) {
    const least = advance(rows, row);
    if (least > reach) return null;
  }
  const distance = rows.last[b.length] ?? FAR;
  return distance > reach ? null : distance;
}

// Names of one kind begin and end alike; what they share changes no distance.
function withoutSharedEnds(a: string, b: string): [string, string] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

const FAR = Number.POSITIVE_INFINITY;

type Rows = { a: string; b: string; reach: number; last: number[]; beforeLast: number[] };

/** Replaces the last row of the table by the next one and says its least distance. */
function advance(rows: Rows, row: number): number {
  const { a, b, reach, last, beforeLast } = rows;
  const current = far(b.length + 1);
  if (row <= reach) current[0] = row;
  let least = at(current, 0);
  for (let column = Math.max(1, row - reach); column <= Math.min(b.length, row + reach); column++) {
    const same = a[row - 1] === b[column - 1];
    const changed = at(last, column - 1) + (same ? 0 : 1);
    let cost = Math.min(at(current, column - 1) + 1, at(last, column) + 1, changed);
    const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
    if (swapped) cost = Math.min(cost, at(beforeLast, column - 2) + 1);
    current[column] = cost;
    least = Math.min(least, cost);
  }
  rows.beforeLast = last;
  rows.last = current;
  return least;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? FAR;
}

function far(columns: number): number[] {
  return Array.from({ length: columns }, () => FAR);
}
