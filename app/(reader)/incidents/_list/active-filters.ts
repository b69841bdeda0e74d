import { dayOfMoment } from "#app/_parts/day-in-words";
import type { Match, Query } from "#knowledge/search/query";
import { nearest } from "#knowledge/text/nearest";

import { nameOfValue, slugParameters, type Names, type SlugParameter } from "./names";

/** One thing that a query asks for, and the query without it. */
export interface ActiveFilter {
  readonly label: string;
  readonly value: string;
  readonly without: Query;
}

const lists = [
  ["class", "Class"],
  ["family", "Family"],
  ["notClass", "Without"],
  ["role", "Role"],
  ["standing", "Standing"],
  ["org", "Organisation"],
  ["product", "Product"],
  ["sector", "Sector"],
  ["severity", "Severity"],
  ["kind", "Kind"],
] as const;

const matches: Record<Exclude<Match, "all">, string> = {
  any: "any of the classes",
  factor: "all classes in one factor",
};

/** Everything that a query asks for, in the order of its address. */
export function activeFilters(query: Query, names: Names): ActiveFilter[] {
  const first = { ...query, page: 1 };
  const filters: ActiveFilter[] = [];
  if (query.q !== "") {
    filters.push({ label: "Words", value: query.q, without: { ...first, q: "", sort: null } });
  }
  for (const [parameter, label] of lists) {
    for (const value of query[parameter]) {
      const rest = query[parameter].filter((other) => other !== value);
      const without: Query = { ...first, [parameter]: rest };
      filters.push({ label, value: nameOfValue(parameter, value, names), without });
    }
  }
  filters.push(...whenFilters(first));
  if (query.match !== "all") {
    filters.push({
      label: "Match",
      value: matches[query.match],
      without: { ...first, match: "all" },
    });
  }
  return filters;
}

function whenFilters(query: Query): ActiveFilter[] {
  const { from, to } = query;
  if (from !== null && from === to) {
    const without = { ...query, from: null, to: null };
    return [{ label: "In", value: dayOfMoment(from), without }];
  }
  const filters: ActiveFilter[] = [];
  if (from !== null) {
    filters.push({ label: "From", value: dayOfMoment(from), without: { ...query, from: null } });
  }
  if (to !== null) {
    filters.push({ label: "To", value: dayOfMoment(to), without: { ...query, to: null } });
  }
  return filters;
}

/** A well-formed slug that names nothing, with the nearest that do. */
export interface UnknownName {
  readonly what: string;
  readonly slug: string;
  readonly near: readonly { readonly name: string; readonly query: Query }[];
}

const whats: Record<SlugParameter, string> = {
  class: "failure class",
  notClass: "failure class",
  family: "family of classes",
  org: "organisation",
  product: "product",
};

export function unknownNames(query: Query, names: Names): UnknownName[] {
  return slugParameters.flatMap((parameter) => {
    const known = names.bySlug[parameter];
    const unknown = query[parameter].filter((slug) => !known.has(slug));
    return unknown.map((slug) => ({
      what: whats[parameter],
      slug,
      near: nearest(slug, known.keys(), 3).map((other) => ({
        name: known.get(other) ?? other,
        query: {
          ...query,
          page: 1,
          [parameter]: query[parameter].map((one) => (one === slug ? other : one)),
        },
      })),
    }));
  });
}
