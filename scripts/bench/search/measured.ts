import { loadavg } from "node:os";

import { z } from "zod";

import { paths } from "#app/paths";
import { sortOf, writeBoxText, writeQuery, type Query } from "#knowledge/search/query";

import { chanceFrom } from "../chance";
import { forgetEverything } from "../pages";
import { print } from "../print";
import { answerOf, askedByTurns, searchedAtOnce, type Answers, type Searched } from "./asking";
import { longestStatement, type BarestSearch, type Brought } from "./barest";
import type { Shape } from "./shapes";
import { inWords, percentile, timingsOf, type Timings } from "./timings";

/** What is measured on a running server and its database. */
export interface Measuring {
  readonly origin: string;
  readonly databaseUrl: string;
  readonly shapes: readonly Shape[];
  /** What stands in the search box while names and words are typed. */
  readonly typed: readonly string[];
  readonly barest: BarestSearch;
  readonly rounds: number;
  readonly seconds: number;
  readonly stop: AbortSignal;
}

/** Figures of one size. */
export interface Measured {
  readonly incidents: number;
  /** How busy the machine was with everything, in processes of the last minute, when it began and ended. */
  readonly load: readonly [before: number, after: number];
  readonly search: Timings;
  readonly page: Timings;
  readonly keptPage: Timings;
  readonly suggestions: Timings;
  readonly barest: Timings;
  /** The same with words ranked, for the queries that have some; and the facets. Once for each. */
  readonly ranked: Timings;
  readonly facets: Timings;
  readonly atOnce: Searched & { readonly searchers: number };
  /** The queries that took longest, by the median of their rounds. */
  readonly slowest: readonly Slow[];
  readonly agreement: Agreement;
  /** How many of the hand-written searches took too long. */
  readonly givenUp: number;
}

/** What a query took, in milliseconds, by the median of its rounds. */
export interface Slow {
  readonly query: string;
  readonly total: number;
  readonly search: number;
  readonly page: number;
  readonly barest: number;
}

/** Whether the barest SQL brings what the search brings. */
export interface Agreement {
  /** Queries that mean exactly the same in both, and whose statement was not given up. */
  readonly compared: number;
  /** Those of them with another total, or, where the order is a plain one, other incidents. */
  readonly different: readonly string[];
}

const searchers = 50;
const slowestTold = 10;

/** Measures everything at the size that the database has, telling what it is at. */
export async function measuredSearch(measuring: Measuring): Promise<Measured> {
  const { barest, shapes, typed, rounds, stop } = measuring;
  const searchPaths = shapes.map(({ query }) => apiPath(query));
  const pagePaths = shapes.map(({ query }) => paths.search(writeQuery(query)));
  const typedPaths = typed.map((text) => paths.searchSuggestions(text));
  const asking = { ...measuring, chance: chanceFrom(1) };
  const beforeRound = () => forgetEverything(measuring.databaseUrl);

  const [before = 0] = loadavg();
  print("  warming up …");
  await askedByTurns({ ...asking, paths: searchPaths, rounds: 1 });
  await askedByTurns({ ...asking, paths: pagePaths, rounds: 1, beforeRound });
  await askedByTurns({ ...asking, paths: typedPaths, rounds: 1, beforeRound });
  print(`  ${shapes.length} searches ${rounds} times …`);
  const search = await askedByTurns({ ...asking, paths: searchPaths });
  print(`    ${inWords(timingsOf(all(search)))}`);
  print("  their pages …");
  const pages = await askedByTurns({ ...asking, paths: pagePaths, beforeRound });
  print(`    ${inWords(timingsOf(all(pages)))}`);
  const kept = await askedByTurns({ ...asking, paths: pagePaths, rounds: 1 });
  print(`  suggestions for ${typed.length} beginnings …`);
  const suggestions = await askedByTurns({ ...asking, paths: typedPaths, beforeRound });
  print(`    ${inWords(timingsOf(all(suggestions)))}`);
  print(`  ${searchers} searchers for ${measuring.seconds} s …`);
  const atOnce = await searchedAtOnce({ ...asking, paths: searchPaths, searchers });
  print(`    ${inWords(timingsOf(atOnce.milliseconds))}`);
  print("  the barest SQL for the same …");
  const found = await foundBySearch(measuring);
  const bare = await byBarestSql(measuring);
  const agreement = await agreementOf(measuring, found, bare.brought);
  const [after = 0] = loadavg();
  stop.throwIfAborted();
  return {
    incidents: barest.incidents,
    load: [before, after],
    search: timingsOf(all(search)),
    page: timingsOf(all(pages)),
    keptPage: timingsOf(all(kept)),
    suggestions: timingsOf(all(suggestions)),
    barest: timingsOf(bare.milliseconds.flat()),
    ranked: timingsOf(bare.ranked),
    facets: timingsOf(bare.facets),
    atOnce: { ...atOnce, searchers },
    slowest: slowestOf(shapes, { search, pages, found, bare: bare.milliseconds }),
    agreement,
    givenUp: bare.brought.filter((one) => one === null).length,
  };
}

/** The address of the search for machines, whose parameters are those of the page. */
export function apiPath(query: Query): string {
  return `/api/v1${paths.search(writeQuery(query))}`;
}

const Found = z.object({ total: z.number(), results: z.array(z.object({ slug: z.string() })) });

async function foundBySearch({ origin, shapes, stop }: Measuring): Promise<Brought[]> {
  const found: Brought[] = [];
  for (const { query } of shapes) {
    stop.throwIfAborted();
    const { body } = await answerOf(`${origin}${apiPath(query)}`);
    const { total, results } = Found.parse(JSON.parse(body.toString("utf8")));
    found.push({ total, slugs: results.map(({ slug }) => slug) });
  }
  return found;
}

/** So often is each hand-written statement measured; many take long, so it is told how far they are. */
const [statementRounds, toldEvery] = [2, 50];

/**
 * What the hand-written statements brought and took. The first time that each runs is not counted,
 * unless it is given up: then it took as long as that, and is not run again, nor what follows from it.
 */
async function byBarestSql({ barest, shapes, rounds, stop }: Measuring) {
  const brought: (Brought | null)[] = [];
  const milliseconds: number[][] = [];
  const ranked: number[] = [];
  const facets: number[] = [];
  for (const [at, { query }] of shapes.entries()) {
    stop.throwIfAborted();
    if (at > 0 && at % toldEvery === 0) print(`    ${at} of ${shapes.length}`);
    const one = await barest.find(query);
    brought.push(one);
    const times: number[] = one ? [] : [longestStatement];
    const again = one ? Math.min(rounds, statementRounds) : 0;
    for (let round = 0; round < again; round += 1) {
      times.push(await took(() => barest.find(query)));
    }
    milliseconds.push(times);
    if (!one) continue;
    if (query.q !== "") ranked.push(await took(() => barest.findRanked(query)));
    facets.push(await took(() => barest.countFacets(query)));
  }
  return { brought, milliseconds, ranked, facets };
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function agreementOf(
  { barest, shapes }: Measuring,
  found: readonly Brought[],
  brought: readonly (Brought | null)[],
): Promise<Agreement> {
  let compared = 0;
  const different: string[] = [];
  for (const [at, { query }] of shapes.entries()) {
    const [one, other] = [found[at], brought[at]];
    if (!one || !other || !(await barest.meansTheSame(query))) continue;
    compared += 1;
    if (!agree(query, one, other)) different.push(writeBoxText(query));
  }
  return { compared, different };
}

/** Whether two ways brought the same; among words the order is the search's own. */
export function agree(query: Query, found: Brought, brought: Brought): boolean {
  const isPlain = query.q === "" && sortOf(query) !== "relevance";
  return (
    found.total === brought.total && (!isPlain || found.slugs.join(" ") === brought.slugs.join(" "))
  );
}

function all(answers: readonly Answers[]): number[] {
  return answers.flatMap(({ milliseconds }) => milliseconds);
}

function slowestOf(
  shapes: readonly Shape[],
  measured: {
    search: readonly Answers[];
    pages: readonly Answers[];
    found: readonly Brought[];
    bare: readonly (readonly number[])[];
  },
): Slow[] {
  const median = (times: readonly number[] = []) => percentile(times, 0.5);
  return shapes
    .map(({ query }, at) => ({
      query: writeBoxText(query),
      total: measured.found[at]?.total ?? 0,
      search: median(measured.search[at]?.milliseconds),
      page: median(measured.pages[at]?.milliseconds),
      barest: median(measured.bare[at]),
    }))
    .toSorted((one, other) => other.search - one.search)
    .slice(0, slowestTold);
}
