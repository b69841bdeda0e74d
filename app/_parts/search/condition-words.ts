import { dayOfMoment } from "#app/_parts/day-in-words";
import { Role, Sector } from "#knowledge/incident/vocabulary";
import { sectorNames } from "#knowledge/incident/vocabulary-words";
import {
  companionsOf,
  writeCompanion,
  writeQuery,
  type Match,
  type Query,
} from "#knowledge/search/query";

import { roleLooks } from "../role-mark";
import type { Condition } from "./answer";

/** The filters whose values are slugs of things that may or may not exist. */
export const slugFilters = ["class", "family", "notClass", "org", "product"] as const;
export type SlugFilter = (typeof slugFilters)[number];

/** What slugs are called. */
export type Names = Readonly<Record<SlugFilter, ReadonlyMap<string, string>>>;

type ListFilter = SlugFilter | "role" | "standing" | "sector" | "severity" | "kind";

/** In the order of an address: what each filter is, and how it reads beside others. */
const lists: readonly { filter: ListFilter; label: string; before?: string }[] = [
  { filter: "class", label: "Class" },
  { filter: "family", label: "Family", before: "any " },
  { filter: "notClass", label: "Excluded class", before: "not " },
  { filter: "role", label: "Role", before: "as " },
  { filter: "standing", label: "Standing" },
  { filter: "org", label: "Organisation" },
  { filter: "product", label: "Product" },
  { filter: "sector", label: "Sector" },
  { filter: "severity", label: "Severity" },
  { filter: "kind", label: "Kind" },
];

const matchWords: Record<Exclude<Match, "all">, string> = {
  any: "any of these classes",
  factor: "all in one factor",
};

/** What a value of a filter is called: the name of a thing, or the word of a closed vocabulary. */
export function nameOfValue(filter: ListFilter, value: string, names: Names): string {
  const slugged = slugFilters.find((one) => one === filter);
  if (slugged) return names[slugged].get(value) ?? value;
  if (filter === "role") return roleLooks[Role.parse(value)].one;
  if (filter === "sector") return sectorNames[Sector.parse(value)];
  const words = value.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Everything that a query asks for besides words, in the order of its address. */
export function filtersOf(asked: Query, names: Names): Condition[] {
  const query = { ...asked, page: 1 };
  const filters = lists.flatMap(({ filter, label, before = "" }) =>
    query[filter].map((value) => {
      const name = nameOfValue(filter, value, names);
      const role = filter === "role" ? Role.parse(value) : undefined;
      const rest = query[filter].filter((other) => other !== value);
      return {
        label,
        words: `${before}${role ? name.toLowerCase() : name}`,
        ...(role && { role }),
        without: writeQuery({ ...query, [filter]: rest }),
      };
    }),
  );
  const match: Condition[] =
    query.match === "all"
      ? []
      : [
          {
            label: "Match",
            words: matchWords[query.match],
            without: writeQuery({ ...query, match: "all" }),
          },
        ];
  return [...filters, ...companionFilters(query, names), ...whenFilters(query), ...match];
}

/** Classes that come besides, each with the role that it plays. */
function companionFilters(query: Query, names: Names): Condition[] {
  return companionsOf(query).map((one) => {
    const written = writeCompanion(one);
    const name = nameOfValue("class", one.class, names);
    const as = one.role === null ? "" : ` as ${roleLooks[one.role].one.toLowerCase()}`;
    return {
      label: "Further class",
      words: `with ${name}${as}`,
      without: writeQuery({ ...query, with: query.with.filter((other) => other !== written) }),
    };
  });
}

function whenFilters(query: Query): Condition[] {
  const { from, to } = query;
  const without = (when: Partial<Query>) => writeQuery({ ...query, ...when });
  if (from !== null && from === to) {
    const words = `in ${dayOfMoment(from)}`;
    return [{ label: "When", words, without: without({ from: null, to: null }) }];
  }
  return [
    ...(from === null
      ? []
      : [{ label: "When", words: `from ${dayOfMoment(from)}`, without: without({ from: null }) }]),
    ...(to === null
      ? []
      : [{ label: "When", words: `to ${dayOfMoment(to)}`, without: without({ to: null }) }]),
  ];
}

/**
 * The words of a query as single conditions: each word, phrase and exclusion, and all together where
 * there is more than one.
 */
export function wordConditions(asked: Query): Condition[] {
  const query = { ...asked, page: 1 };
  const parts = [...query.q.matchAll(/-?(?:"[^"]*"|[^\s"]+)/g)];
  const withoutPart = ({ index, 0: { length } }: RegExpExecArray) => {
    const [before, after] = [query.q.slice(0, index), query.q.slice(index + length)];
    return writeQuery({ ...query, q: `${before.trimEnd()} ${after.trimStart()}`.trim() });
  };
  const single = parts.map((part) => ({
    label: "Words",
    words: part[0],
    without: withoutPart(part),
  }));
  if (parts.length === 1) return single;
  const none = {
    label: "Words",
    words: "all of the words",
    without: writeQuery({ ...query, q: "", sort: null }),
  };
  return parts.length === 0 ? [] : [...single, none];
}
