import type { Role } from "#knowledge/incident/vocabulary";

import { writeCompanion, type Companion, type Query } from "./query";

/** How many incidents name a class, among those found and among all. */
export interface Occurrence {
  readonly class: string;
  /** The role it plays there; null: any. */
  readonly role: Role | null;
  readonly found: number;
  /** How many were found. */
  readonly ofFound: number;
  readonly all: number;
  /** How many there are. */
  readonly ofAll: number;
}

/** What occurs more often among the incidents found than elsewhere. */
export interface Association extends Occurrence {
  /** How many times as large its share of those found is as its share of all. Above 1. */
  readonly lift: number;
  /**
   * The lower end of the 95 % interval of how many times as large its share of those found is as its
   * share of the others. Above 1: hardly chance, taken by itself; among hundreds that are compared,
   * chance alone brings some.
   */
  readonly leastRatio: number;
  /** Few incidents bear the figure: it may look quite different with one more. */
  readonly isSmall: boolean;
}

/** Figures of fewer incidents are marked as small. */
export const fewerIsSmall = 5;

/** What only one incident names comes with nothing. */
const leastFound = 2;

/**
 * Those of the occurrences that are more frequent among the incidents found than elsewhere, most
 * telling first.
 *
 * The order is by the lower end of the interval of the ratio, not by the ratio itself: three of three
 * is a large ratio, but says little, and its interval reaches low. With thousands of incidents the
 * interval is narrow and the order is by size of effect; a test statistic, such as the log-likelihood
 * ratio, would put there what is merely frequent.
 */
export function associationsAmong(occurrences: readonly Occurrence[]): Association[] {
  return occurrences
    .filter(({ found }) => found >= leastFound)
    .filter((one) => one.found * (one.ofAll - one.ofFound) > (one.all - one.found) * one.ofFound)
    .map((one) => ({
      ...one,
      lift: one.found / one.ofFound / (one.all / one.ofAll),
      leastRatio: leastRatio(one),
      isSmall: one.found < fewerIsSmall,
    }))
    .toSorted(
      (a, b) =>
        b.leastRatio - a.leastRatio ||
        b.found - a.found ||
        compared(a.class, b.class) ||
        compared(a.role ?? "", b.role ?? ""),
    );
}

function compared(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

// Katz's interval of a ratio of two shares, on the logarithm. Half an incident is added to each count
// (Walter), so that a class which no other incident names has a ratio too.
function leastRatio({ found, ofFound, all, ofAll }: Occurrence): number {
  const [here, those] = [found + 0.5, ofFound + 0.5];
  const [elsewhere, others] = [all - found + 0.5, ofAll - ofFound + 0.5];
  const variance = 1 / here - 1 / those + 1 / elsewhere - 1 / others;
  return Math.exp(Math.log(here / those / (elsewhere / others)) - 1.96 * Math.sqrt(variance));
}

/**
 * The query that leads to the incidents behind a figure: the same, with the class besides. Where a
 * query has words, those that lack one may join, as they do when few hold all.
 */
export function queryBehind(query: Query, { class: slug, role }: Companion): Query {
  const first = { ...query, page: 1 };
  const { class: classes, family, standing, match } = query;
  const asksParts = query.role.length + standing.length > 0;
  const asksClasses = classes.length + family.length > 0;
  if (!asksParts && !asksClasses) {
    return { ...first, class: [slug], role: role === null ? [] : [role] };
  }
  return role === null && !asksParts && match === "all"
    ? { ...first, class: [...classes, slug] }
    : { ...first, with: [...query.with, writeCompanion({ class: slug, role })] };
}
