import type { Query } from "#knowledge/search/query";

import type { AnswerYear } from "./answer";

/** A bar of the histogram: a year, or all that lies before the others. */
export interface YearBar {
  readonly name: string;
  readonly incidents: number;
  /** What choosing it asks for; when it is chosen, what letting it go does. */
  readonly query: Query;
  /** It lies in the years that are asked for. */
  readonly isAsked: boolean;
  /** It is just what is asked for. */
  readonly isChosen: boolean;
}

/** Bars that are drawn at most. */
const barsDrawn = 24;

/**
 * The years of an answer as bars, oldest first and without gaps. What is older than the last two
 * dozen is one bar, with what its link finds: an incident whose moment reaches over several years
 * counts in each, so figures of years do not add up.
 */
export function yearBars(query: Query, years: readonly AnswerYear[]): YearBar[] {
  const last = years.at(-1)?.year;
  const first = years[0]?.year;
  if (last === undefined || first === undefined) return [];
  const isCut = last - first >= barsDrawn;
  const from = isCut ? last - barsDrawn + 2 : first;
  const counts = new Map(years.map(({ year, incidents }) => [year, incidents]));
  const bars = Array.from({ length: last - from + 1 }, (_, at) => {
    const year = String(from + at);
    const isAsked =
      (query.from !== null || query.to !== null) &&
      (query.from ?? year).slice(0, 4) <= year &&
      year <= (query.to ?? year).slice(0, 4);
    const incidents = counts.get(from + at) ?? 0;
    return barOf(query, { name: year, incidents, isAsked, when: { from: year, to: year } });
  });
  const older = isCut ? years.findLast(({ year }) => year < from) : undefined;
  if (!older) return bars;
  const to = String(from - 1);
  const earliest = barOf(query, {
    name: `${to} and before`,
    incidents: older.upTo,
    isAsked: query.from === null && query.to === to,
    when: { from: null, to },
  });
  return [earliest, ...bars];
}

type When = Pick<Query, "from" | "to">;

function barOf(
  query: Query,
  { when, ...bar }: Omit<YearBar, "query" | "isChosen"> & { when: When },
): YearBar {
  const isChosen = query.from === when.from && query.to === when.to;
  const next: When = isChosen ? { from: null, to: null } : when;
  return { ...bar, isChosen, query: { ...query, page: 1, ...next } };
}
