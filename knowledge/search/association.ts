import type { Role } from "#knowledge/incident/vocabulary";

import type { Query } from "./query";

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
 * What a query asks of the factors that are counted beside it. With a class or family it is the role
 * and standing of the query. Without, role or standing alone chose the incidents, so that other
 * incidents have no such factor at all: then any factor is counted.
 */
export function countedParts(query: Query): Pick<Query, "role" | "standing"> {
  const hasClass = query.class.length + query.family.length > 0;
  return hasClass ? query : { role: [], standing: [] };
}

/**
 * The query that leads to the incidents behind a figure: the same with the class added.
 *
 * It finds exactly those that were counted, but for what one query cannot say: a role asked of one
 * class alone, a class beside a role of any other factor, or a further class where several are
 * alternatives or must be of one factor. There it finds them among others.
 */
export function queryBehind(query: Query, { class: slug, role }: Occurrence): Query {
  const isChoice = query.match === "any" && query.class.length > 1;
  const parts = countedParts(query);
  const narrowed: Query = {
    ...query,
    role: parts.role,
    standing: parts.standing,
    page: 1,
    match: "all",
    class: isChoice ? [slug] : [...query.class, slug],
  };
  if (role === null) return narrowed;
  const canSayRole = query.class.length + query.family.length === 0;
  return { ...narrowed, role: canSayRole ? [role] : [] };
}
