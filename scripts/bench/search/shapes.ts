import { Role, Sector, Severity, Standing } from "#knowledge/incident/vocabulary";
import { emptyQuery, writeBoxText, type Query } from "#knowledge/search/query";

import type { Chance } from "../chance";
import { rareWord } from "./long-tail";
import type { Material } from "./material";

/** What a query asks by; a broad one finds a tenth of all incidents or more. */
export type ShapeKind = "broad" | "words" | "filters" | "both";

export interface Shape {
  readonly kind: ShapeKind;
  readonly query: Query;
}

/** Of each ten queries in a row, by their place. */
const kindsOfTen: readonly ShapeKind[] = [
  "broad",
  "words",
  "filters",
  "words",
  "both",
  "filters",
  "words",
  "filters",
  "words",
  "both",
];

/** The seed of the mix that is measured. */
export const mixSeed = 7;

/**
 * The mix that searching is measured with: so many different queries, the same for the same seed and
 * whatever the database holds. Of ten one is very broad, four are words, three filters, two both.
 */
export function queryShapes(count: number, material: Material, chance: Chance): Shape[] {
  const asked = new Set<string>();
  return Array.from({ length: count }, (_, at) => {
    const kind = kindsOfTen[at % kindsOfTen.length] ?? "words";
    for (let tries = 0; tries < 1_000; tries += 1) {
      const query = queryOf(kind, material, chance);
      const address = writeBoxText(query);
      if (!asked.has(address)) {
        asked.add(address);
        return { kind, query };
      }
    }
    throw new Error(`there are not so many different ${kind} queries`);
  });
}

/** A line that says what the mix is made of. */
export function mixInWords(shapes: readonly Shape[], seed: number): string {
  const count = (kind: ShapeKind) => shapes.filter((shape) => shape.kind === kind).length;
  return (
    `${shapes.length} different queries (seed ${seed}): ${count("broad")} very broad, ` +
    `${count("words")} words of people's questions, ${count("filters")} filters, ` +
    `${count("both")} words and filters`
  );
}

function queryOf(kind: ShapeKind, material: Material, chance: Chance): Query {
  switch (kind) {
    case "broad":
      return broad(material, chance);
    case "words":
      return { ...emptyQuery, q: wordsOfQuestion(material, chance) };
    case "filters":
      return filters(material, chance);
    case "both":
      return { ...filters(material, chance), q: wordsOfQuestion(material, chance) };
  }
}

/** Words of more than a tenth of all incidents. */
const frequentWords = [
  "service",
  "customers",
  "failed",
  "network",
  "servers",
  "data",
  "software",
  "change",
  "update",
  "outage",
] as const;

/** So many classes and families are those of more than a tenth of all incidents. */
const frequent = { classes: 6, families: 4 } as const;

function broad({ classes, families }: Material, chance: Chance): Query {
  // Null is by date.
  const sort = chance.one([null, "severity", "duration", "factors"] as const);
  // Without a filter on factors none matches, and counting them is no order.
  const plain = sort === "factors" ? null : sort;
  const year = 2008 + chance.below(8);
  return chance.one<Query>([
    { ...emptyQuery, sort: plain },
    { ...emptyQuery, severity: ["critical", "major"], sort: plain },
    { ...emptyQuery, class: [chance.one(classes.slice(0, frequent.classes))], sort },
    { ...emptyQuery, role: [chance.one(Role.options)], from: "2015", sort },
    { ...emptyQuery, family: [chance.one(families.slice(0, frequent.families))], sort },
    { ...emptyQuery, from: String(year), to: String(year + 9), sort: plain },
    { ...emptyQuery, q: chance.one(frequentWords) },
    { ...emptyQuery, q: chance.one(frequentWords) },
  ]);
}

// One in six is misspelt, as people's words are; one in eight names something that only few
// incidents know, and one in twelve has a phrase.
function wordsOfQuestion({ questions, misspelt }: Material, chance: Chance): string {
  if (chance.below(6) === 0) return chance.one(misspelt);
  const some = neighbours(chance.one(questions).split(/\s+/), chance);
  if (chance.below(8) === 0) return `${rareWord(chance)} ${some.join(" ")}`;
  const [first = "", second, ...rest] = some;
  if (chance.below(12) === 0 && second !== undefined) {
    return [`"${first} ${second}"`, ...rest].join(" ");
  }
  return some.join(" ");
}

/** Longer words that search leaves out, so that they would find everything when alone. */
const sayLittle =
  /^(?:before|because|against|between|during|further|having|itself|should|through)$/;
const telling = (word: string) => word.length >= 6 && !sayLittle.test(word);

/** One word, two or three neighbouring ones, or all. */
function neighbours(words: readonly string[], chance: Chance): string[] {
  const count = chance.one([1, 2, 3, words.length]);
  const from = chance.below(Math.max(1, words.length - count + 1));
  const some = words.slice(from, from + count);
  return some.some(telling) ? some : [words.find(telling) ?? words.join(" ")];
}

function filters(material: Material, chance: Chance): Query {
  const { classes, families, organizations, together } = material;
  // People add what the figures beside a filter offer; one in four thinks of something else.
  const among = chance.below(4) === 0 ? classes : chance.one(together);
  const query: Query = {
    ...emptyQuery,
    class: chance.some(among, 1 + chance.below(2)),
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

/** What stands in the search box, one after the other, while names and words are typed. */
export function typedBeginnings(names: number, material: Material, chance: Chance): string[] {
  const words = material.questions.flatMap((question) => question.split(/\s+/)).filter(telling);
  const lists = [material.names.classes, material.names.others, [...new Set(words)]];
  const chosen = lists.flatMap((list) => chance.some(list, Math.ceil(names / lists.length)));
  const beginnings = chosen.flatMap((name) =>
    Array.from({ length: Math.min(name.length, longestTyped) }, (_, at) =>
      name.slice(0, at + 1).trim(),
    ),
  );
  return [...new Set(beginnings)];
}

/** Who has typed so many letters has seen what is suggested. */
const longestTyped = 12;
