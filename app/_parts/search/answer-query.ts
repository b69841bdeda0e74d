import "server-only";

import { spanInWords, type Span } from "#knowledge/incident/span";
import { plainText } from "#knowledge/text/plain";
import { excerpt } from "#knowledge/text/excerpt";
import { atOneLook } from "#knowledge/search/block-version.store";
import { comesWith } from "#knowledge/search/coming-with";
import { countIncidents } from "#knowledge/search/count";
import { durationsOf } from "#knowledge/search/duration.store";
import { findIncidents, type Found } from "#knowledge/search/find";
import { resultsPerPage, sortOf, writeQuery, type Query } from "#knowledge/search/query";
import type { Result } from "#knowledge/search/results";
import { readWords } from "#knowledge/search/words";
import type { FamilyLine } from "#knowledge/taxonomy/taxonomy.store";

import {
  ListedFilter,
  type AnswerResult,
  type Condition,
  type Facet,
  type Notes,
  type SearchAnswer,
} from "./answer";
import { queryFrom } from "./asked";
import { clipped } from "./clipped";
import { comesWithRows } from "./comes-with-rows";
import { filtersOf, nameOfValue, wordConditions, type Names } from "./condition-words";
import { namesAround, unknownNames } from "./names";
import type { PlaceName } from "./place";
import { toldValues } from "./told-values";

/** All that a page shows for a query; what comes with it is compared for the search alone. */
export function answerQuery(query: Query, place: PlaceName): Promise<SearchAnswer> {
  return atOneLook(() => answer(query, place));
}

async function answer(query: Query, place: PlaceName): Promise<SearchAnswer> {
  const [found, company] = await Promise.all([
    findIncidents(query),
    place === "search" ? comesWith(query) : null,
  ]);
  const { names, families } = await namesAround(query, found.facets);
  const filters = filtersOf(query, names);
  const [unknown, ways, durations] = await Promise.all([
    unknownNames(query, names),
    found.total > 0 ? [] : waysOn([...wordConditions(query), ...filters]),
    durationsOf(sortOf(query) === "duration" ? found.results.map(({ slug }) => slug) : []),
  ]);
  return {
    parameters: writeQuery(query),
    total: found.total,
    pages: Math.ceil(found.total / resultsPerPage),
    results: found.results.map((result) => answerResult(result, durations.get(result.slug))),
    filters,
    facets: ListedFilter.options.map((filter) =>
      facetOf(filter, query, found, { names, families }),
    ),
    years: [...found.facets.year].map(([year, incidents]) => ({
      year: Number(year),
      incidents,
      upTo: found.upTo.get(year) ?? incidents,
    })),
    notes: { unknown, ...wordNotes(query, found) },
    ways,
    comesWith: comesWithRows(company, names.class),
  };
}

/** In characters: how much of a summary, and of a passage, stands in a list. */
const [summaryLength, passageLength] = [260, 320];

function answerResult(result: Result, duration: Span | undefined): AnswerResult {
  const { slug, title, severity, kind, started, organizations, lacks, passage, named } = result;
  return {
    slug,
    title,
    severity,
    kind,
    started,
    organizations,
    duration: duration ? spanInWords(duration) : null,
    summary: excerpt(plainText(result.summary), summaryLength),
    factors: result.factors.map(({ id, role, standing, classes, pieces }) => ({
      id,
      role,
      standing,
      classes,
      pieces: [...pieces],
    })),
    lacks: [...lacks],
    passage: passage && clipped(passage, passageLength),
    named: named.map(({ slug: of, name, alias }) => ({ slug: of, name, alias })),
  };
}

function facetOf(
  filter: ListedFilter,
  query: Query,
  { facets }: Found,
  { names, families }: { names: Names; families: readonly FamilyLine[] },
): Facet {
  const { values, left, isWhole } = toldValues(filter, query, facets);
  const groups = filter === "class" ? familyOf(families) : new Map<string, string>();
  const options = values.map((value) => ({
    value,
    name: nameOfValue(filter, value, names),
    count: facets[filter].get(value) ?? 0,
    ...(groups.has(value) && { group: groups.get(value) }),
  }));
  if (!isWhole) options.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  return { filter, options, left };
}

function familyOf(families: readonly FamilyLine[]): Map<string, string> {
  return new Map(
    families.flatMap(({ name, classes }) => classes.map(({ slug }) => [slug, name] as const)),
  );
}

function wordNotes(query: Query, { text }: Found): Omit<Notes, "unknown"> {
  // Without any word left to search by, every word was too common.
  if (!text) return { nowhere: [], tooCommon: [...readWords(query.q).words] };
  return {
    nowhere: text.words
      .filter(({ weight, spellings }) => weight === 0 || spellings.length > 0)
      .map(({ word, spellings }) => ({ word, spellings: [...spellings] })),
    tooCommon: [...text.tooCommon],
  };
}

/** Conditions that are counted when nothing is found; a query of more is no person's. */
const waysCounted = 10;

async function waysOn(conditions: readonly Condition[]): Promise<SearchAnswer["ways"]> {
  const ways = await Promise.all(
    conditions.slice(0, waysCounted).map(async (condition) => ({
      ...condition,
      incidents: await countIncidents(queryFrom(condition.without)),
    })),
  );
  return ways.filter(({ incidents }) => incidents > 0);
}
