import { readMoment } from "./moment";

/** What an entry stands below although it lies before it. */
export interface Disorder {
  /** The place of the entry, and of the one above it that it lies before. */
  readonly at: number;
  readonly above: number;
}

/**
 * The entries of a timeline that lie before the nearest entry above that has a time, for certain: of
 * times that overlap, such as 14:17 and "about 14:20", neither is before the other. `moments` are
 * the entries' own, in their order, with or without `Z`; what cannot be read counts as none.
 */
export function disordersIn(moments: readonly (string | null)[]): Disorder[] {
  const found: Disorder[] = [];
  let above: { at: number; first: number } | null = null;
  for (const [at, text] of moments.entries()) {
    const bounds = boundsOf(text);
    if (!bounds) continue;
    if (above && bounds.last <= above.first) found.push({ at, above: above.at });
    above = { at, first: bounds.first };
  }
  return found;
}

/**
 * The places of the entries that lie before any of those above them, for certain: the six that were
 * pasted below a later one, not only the first of them.
 */
export function displacedIn(moments: readonly (string | null)[]): number[] {
  let latest = Number.NEGATIVE_INFINITY;
  return moments.flatMap((text, at) => {
    const bounds = boundsOf(text);
    if (!bounds) return [];
    const isDisplaced = bounds.last <= latest;
    latest = Math.max(latest, bounds.first);
    return isDisplaced ? [at] : [];
  });
}

/** So many entries as `displacedIn` finds, in words: "3 entries stand below later ones". */
export function displacedInWords(count: number): string {
  return count === 1
    ? "1 entry stands below a later one"
    : `${count} entries stand below later ones`;
}

/**
 * The rows in the order of their times. Rows whose times overlap keep their order, and so do those
 * without a time, which stay below the row that they stand below.
 */
export function sortedByTime<Row extends { readonly at: string }>(rows: readonly Row[]): Row[] {
  const groups: { time: number; rows: Row[] }[] = [];
  for (const row of rows) {
    const time = writtenTime(row.at);
    const last = groups.at(-1);
    if (time === null && last) last.rows.push(row);
    else groups.push({ time: time ?? Number.NEGATIVE_INFINITY, rows: [row] });
  }
  return groups.toSorted((a, b) => a.time - b.time).flatMap((group) => group.rows);
}

/** The time that is written in a moment, without what its hedge adds on both sides. */
function writtenTime(text: string): number | null {
  const open = boundsOf(text);
  // What lies before a minute comes before what lies in it, and what lies after it behind that.
  if (open?.first === Number.NEGATIVE_INFINITY) return open.last - 0.5;
  if (open?.last === Number.POSITIVE_INFINITY) return open.first;
  const bare = text.replace(/^about /, "");
  const bounds = boundsOf(bare.split("/")[0] ?? bare);
  return bounds?.first ?? null;
}

/** From when to when a moment may be, in UTC or, without `Z`, on the clocks of one place. */
export function boundsOf(text: string | null): { first: number; last: number } | null {
  const inUtc = text?.replaceAll(/(T\d{2}:\d{2}(?::\d{2})?)(?=\/|$)/g, "$1Z");
  const moment = inUtc === undefined ? null : readMoment(inUtc);
  return moment && { first: moment.first, last: moment.last };
}
