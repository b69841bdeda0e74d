import { IncidentKind, Role, Severity, Standing } from "#knowledge/incident/vocabulary";
import type { Facets } from "#knowledge/search/facets";
import type { Query } from "#knowledge/search/query";

import type { ListedFilter } from "./answer";

/** The vocabularies that are shown whole and in their own order, so that nothing jumps about. */
const wholeVocabularies: Partial<Record<ListedFilter, readonly string[]>> = {
  role: Role.options,
  severity: Severity.options,
  standing: Standing.options,
  kind: IncidentKind.options,
};

/** Values of one filter that are told at most; classes are few, so all that occur are. */
const toldAtMost = 40;

/** The values of one filter that a page tells. */
interface ToldValues {
  readonly values: readonly string[];
  /** How many values there are beyond these. */
  readonly left: number;
  /** Whether they stand in an order of their own, rather than by how many incidents they have. */
  readonly isWhole: boolean;
}

/** Which values of a filter a page tells: those of most incidents, and those that are asked for. */
export function toldValues(
  filter: ListedFilter,
  query: Query,
  facets: Pick<Facets, ListedFilter>,
): ToldValues {
  const whole = wholeVocabularies[filter];
  if (whole) return { values: whole, left: 0, isWhole: true };
  const counts = facets[filter];
  const all = [...new Set([...counts.keys(), ...query[filter]])];
  if (filter === "class") return { values: all, left: 0, isWhole: false };
  const countOf = (value: string) => counts.get(value) ?? 0;
  const asked = new Set<string>(query[filter]);
  const values = all
    .toSorted((a, b) => countOf(b) - countOf(a) || (a < b ? -1 : 1))
    .filter((value, at) => at < toldAtMost || asked.has(value));
  return { values, left: all.length - values.length, isWhole: false };
}
