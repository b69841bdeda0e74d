import { Role } from "#knowledge/incident/vocabulary";

import { associationsAmong, type Association, type Occurrence } from "./association";
import { atOneLook, keptWhileSame } from "./block-version.store";
import type { Condition } from "./condition";
import { countDocuments, type Figure, type Tally } from "./counting";
import { documentSet } from "./everything-found";
import { matchQuery } from "./match";
import { postingKey } from "./posting-key";
import { asksNothing, companionsOf, type Query } from "./query";
import { classesByFamily } from "./surroundings.store";
import { joinPartial, partialMatch } from "./text-match";

/** What usually comes with the incidents of a query, most telling first. */
export interface ComingWith {
  readonly query: Query;
  /** How many incidents the query finds. */
  readonly total: number;
  /** Classes, whatever role their factors play. */
  readonly classes: readonly Association[];
  /** Classes in one role, where that says more than the class alone. */
  readonly pairs: readonly Association[];
}

/**
 * The classes, and classes in a role, that occur more often among the incidents that a query finds
 * than elsewhere. What the query itself asks for is left out: of course it is there. Null when the
 * query asks for nothing, or finds nothing.
 */
export async function comesWith(query: Query): Promise<ComingWith | null> {
  return asksNothing(query) ? null : atOneLook(() => company(query));
}

async function company(query: Query): Promise<ComingWith | null> {
  const classesOf = await classesByFamily();
  const asked = new Set([
    ...query.class,
    ...companionsOf(query).map((one) => one.class),
    ...query.family.flatMap((family) => classesOf.get(family) ?? []),
  ]);
  const slugs = [...classesOf.values()].flat().filter((slug) => !asked.has(slug));
  const candidates = candidatesFor(slugs);
  const found = await countWithin(query, candidates);
  if (found.total === 0) return null;
  const occurring = candidates.flatMap((candidate, at) => {
    const count = found.counts[at] ?? 0;
    return count > 0 ? [{ ...candidate, found: count }] : [];
  });
  const everything = await countEverything(occurring);
  const occurrences = occurring.map(({ class: slug, role, found: count }, at) => ({
    class: slug,
    role,
    found: count,
    ofFound: found.total,
    all: everything.counts[at] ?? count,
    ofAll: everything.total,
  }));
  const associations = associationsAmong(occurrences);
  return {
    query,
    total: found.total,
    classes: associations.filter(({ role }) => role === null),
    pairs: associations.filter(
      (one) => one.role !== null && !occurrences.some((other) => isSame(one, other)),
    ),
  };
}

/** Whether a class is named by the same incidents in this role as in any: then the role adds nothing. */
function isSame(pair: Occurrence, one: Occurrence): boolean {
  return (
    one.role === null &&
    one.class === pair.class &&
    one.found === pair.found &&
    one.all === pair.all
  );
}

interface Candidate {
  readonly class: string;
  readonly role: Role | null;
  readonly key: string;
}

function candidatesFor(slugs: readonly string[]): Candidate[] {
  return slugs.flatMap((slug) => [
    { class: slug, role: null, key: postingKey.factor({ class: slug }) },
    ...Role.options.map((role) => ({
      class: slug,
      role,
      key: postingKey.factor({ class: slug, role }),
    })),
  ]);
}

interface Counts {
  readonly total: number;
  /** One for each candidate, in their order. */
  readonly counts: readonly number[];
}

async function countWithin(query: Query, candidates: readonly Candidate[]): Promise<Counts> {
  const matched = await matchQuery(query, figuresOf(candidates));
  const { whole, partial } = matched.documents;
  const tallies = matched.figures();
  if (!joinPartial(whole.size) || partial.size === 0) {
    return { total: matched.total, counts: tallies.map((tally) => tally.whole) };
  }
  if (partial.size <= partialMatch.most) {
    return { total: matched.total, counts: tallies.map(sum) };
  }
  // Only the best of those that lack a word were found, and which they are no posting tells.
  const documents = await documentSet({ query, ...matched });
  return countAmong([{ dimension: "factor", keys: [], documents }], candidates);
}

function sum({ whole, partial }: Tally): number {
  return whole + partial;
}

// Among all incidents the figures are the same for every query.
const countsOfAll = keptWhileSame(async () => new Map<string, number>());

async function countEverything(candidates: readonly Candidate[]): Promise<Counts> {
  const known = await countsOfAll();
  const unknown = candidates.filter(({ key }) => !known.has(key));
  const { total, counts } = await countAmong([], unknown);
  unknown.forEach(({ key }, at) => known.set(key, counts[at] ?? 0));
  return { total, counts: candidates.map(({ key }) => known.get(key) ?? 0) };
}

async function countAmong(
  conditions: readonly Condition[],
  candidates: readonly Candidate[],
): Promise<Counts> {
  const { variations, figures } = await countDocuments({
    variations: [conditions],
    figures: figuresOf(candidates),
    excludedKeys: [],
    text: null,
    wanted: [],
  });
  return { total: variations[0]?.whole ?? 0, counts: figures().map((tally) => tally.whole) };
}

function figuresOf(candidates: readonly Candidate[]): Figure[] {
  return candidates.map(({ class: slug, key }) => ({
    facet: "class",
    value: slug,
    variation: 0,
    keys: [key],
  }));
}
