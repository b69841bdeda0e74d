import { Role, Sector, Severity, Standing } from "#knowledge/incident/vocabulary";
import { emptyQuery, type Query } from "#knowledge/search/query";

import type { Chance } from "../chance";
import { madeUpWord } from "./long-tail";

/** What queries may name. */
export interface Named {
  readonly classes: readonly string[];
  readonly families: readonly string[];
  readonly organizations: readonly string[];
  /** Words that people would type, frequent ones first. */
  readonly words: readonly string[];
}

/** One in so many shapes is very broad: it finds a tenth of all incidents or more. */
const broadEvery = 10;

/**
 * The mix that searching is measured with: `count` different queries, the same for the same seed.
 * Four in ten are words, three filters on factors, two both, and one in ten is very broad.
 */
export function queryShapes(count: number, named: Named, chance: Chance): Query[] {
  return Array.from({ length: count }, (_, at) => {
    if (at % broadEvery === 0) return broad(named, chance);
    const kind = at % broadEvery;
    if (kind <= 4) return { ...emptyQuery, q: someWords(named, chance) };
    if (kind <= 7) return filters(named, chance);
    return { ...filters(named, chance), q: someWords(named, chance) };
  });
}

function broad({ words }: Named, chance: Chance): Query {
  return chance.one<Query>([
    emptyQuery,
    { ...emptyQuery, severity: ["critical", "major"] },
    { ...emptyQuery, class: ["untested-path"], sort: "severity" },
    { ...emptyQuery, role: ["trigger"], from: "2015" },
    { ...emptyQuery, q: chance.one(words.slice(0, 30)) },
    { ...emptyQuery, family: ["change-and-rollout"], sort: "duration" },
  ]);
}

function someWords({ words }: Named, chance: Chance): string {
  const count = 1 + chance.below(4);
  const list = Array.from({ length: count }, () =>
    chance.below(4) === 0 ? madeUpWord(chance.below(50_000)) : chance.one(words),
  );
  // One in eight is misspelt, as people's words are.
  if (chance.below(8) === 0) list[0] = list[0]?.replace(/^(.)(.)(.)/, "$1$3$2") ?? "";
  return list.join(" ");
}

function filters({ classes, families, organizations }: Named, chance: Chance): Query {
  const query: Query = {
    ...emptyQuery,
    class: chance.some(classes, 1 + chance.below(2)),
    match: chance.one(["all", "all", "all", "any", "factor"]),
  };
  return chance.one<Query>([
    query,
    { ...query, role: [chance.one(Role.options)] },
    { ...query, role: chance.some(Role.options, 2), standing: [chance.one(Standing.options)] },
    { ...query, class: query.class.slice(0, 1), org: [chance.one(organizations)] },
    { ...query, sector: [chance.one(Sector.options)], severity: [chance.one(Severity.options)] },
    { ...query, from: "2018-06", to: "2022", sort: "factors" },
    { ...emptyQuery, family: [chance.one(families)], notClass: chance.some(classes, 1) },
  ]);
}
