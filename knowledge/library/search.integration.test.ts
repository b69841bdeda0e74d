import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { closeDatabase } from "#knowledge/database/client";
import { momentOf } from "#knowledge/incident/moment";
import { IncidentKind, Role, Sector, Severity, Standing } from "#knowledge/incident/vocabulary";
import { emptyQuery, Match, type Query } from "#knowledge/search/query";
import { findIncidents } from "#knowledge/search/find";
import type { FreshDatabase } from "#server/testing/fresh-database";
import { freshLibrary } from "#server/testing/fresh-library";

import { readContent } from "./read-content";
import { plainFacets, plainFactors, plainSearch, type PlainLibrary } from "./testing/plain-search";

let fresh: FreshDatabase;
let library: PlainLibrary = {
  incidents: [],
  familyOf: new Map(),
  organizations: [],
};

beforeAll(async () => {
  fresh = await freshLibrary();
  process.env.DATABASE_URL = fresh.url;
  const read = await readContent("content");
  if (read.kind === "faulty") throw new Error("the content is faulty");
  const { incidents, families, organizations } = read.content;
  library = {
    incidents: incidents.map(({ slug, document }) => ({ slug, record: document.record })),
    familyOf: new Map(
      families.flatMap((family) => family.classes.map(({ slug }) => [slug, family.slug])),
    ),
    organizations,
  };
});

afterAll(async () => {
  await closeDatabase();
  await fresh.drop();
});

/** Everything that a query finds, with the factors that match, and its facets. */
async function everything(query: Query) {
  const { total, results, facets } = await findIncidents(query, { limit: 1_000, offset: 0 });
  expect(results).toHaveLength(total);
  return {
    slugs: results.map(({ slug }) => slug).toSorted(),
    factors: Object.fromEntries(
      results.map(({ slug, factors }) => [slug, factors.map(({ id }) => id)]),
    ),
    facets: Object.fromEntries(
      Object.entries(facets).map(([name, values]) => [name, Object.fromEntries(values)]),
    ),
  };
}

function expected(query: Query) {
  const slugs = plainSearch(library, query);
  const records = new Map(library.incidents.map(({ slug, record }) => [slug, record]));
  return {
    slugs,
    factors: Object.fromEntries(
      slugs.map((slug) => {
        const record = records.get(slug);
        return [slug, record ? plainFactors(library, query, record) : []];
      }),
    ),
    facets: plainFacets(library, query),
  };
}

async function found(query: Query): Promise<string[]> {
  const first = await findIncidents(query);
  const slugs = first.results.map(({ slug }) => slug);
  for (let page = 2; slugs.length < first.total; page++) {
    const next = await findIncidents({ ...query, page });
    if (next.results.length === 0) throw new Error("the total promises more than the pages hold");
    slugs.push(...next.results.map(({ slug }) => slug));
  }
  return slugs;
}

function anyQuery(): fc.Arbitrary<Query> {
  // Classes and organisations of many incidents among those of few, so that results are not empty.
  const classes = fc.oneof(
    fc.constantFrom("untested-path", "staged-rollout-gap", "latent-defect", "slow-recovery"),
    fc.constantFrom(...library.familyOf.keys(), "no-such"),
  );
  const families = new Set(library.familyOf.values());
  const organizations = library.organizations.map(({ slug }) => slug);
  return fc
    .record({
      class: fc.uniqueArray(classes, { maxLength: 3 }),
      family: some([...families, "no-such"], 2),
      notClass: fc.uniqueArray(classes, { maxLength: 1 }),
      with: fc
        .tuple(classes, fc.constantFrom("", "", ...Role.options.map((role) => `:${role}`)))
        .map(([slug, role]) => [`${slug}${role}`]),
      role: some(Role.options, 2),
      standing: some(Standing.options, 2),
      org: some(["microsoft", "azure", "cloudflare", "aws", ...organizations, "no-such"], 2),
      product: some(["windows", "no-such"], 1),
      sector: some(Sector.options, 2),
      severity: some(Severity.options, 2),
      kind: some(IncidentKind.options, 1),
      from: fc.constantFrom(null, null, "2009", "2019", "2020-06", "2021-10-04"),
      to: fc.constantFrom(null, null, "2019", "2023-08-28", "2024-07", "2026"),
      match: fc.constantFrom(...Match.options),
    })
    .chain(({ class: chosen, match, ...others }) =>
      // Few filters at a time: with all of them at once nothing is ever found.
      fc.subarray(Object.entries(others), { maxLength: 3 }).map((kept) => ({
        ...emptyQuery,
        ...Object.fromEntries(kept),
        class: chosen,
        match,
      })),
    );
}

const some = <Value>(values: readonly Value[], most: number) =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength: most });

describe("what a query finds", () => {
  test(
    "is what its meaning finds, for every class in every role",
    { timeout: 180_000 },
    async () => {
      for (const slug of library.familyOf.keys()) {
        for (const role of [[], ...Role.options.map((one) => [one])]) {
          const query: Query = { ...emptyQuery, class: [slug], role };
          expect(await everything(query)).toEqual(expected(query));
        }
      }
    },
  );

  test("is what its meaning finds, for 500 combinations", { timeout: 180_000 }, async () => {
    let finding = 0;
    await fc.assert(
      fc.asyncProperty(anyQuery(), async (query) => {
        const { slugs, ...rest } = await everything(query);
        expect({ slugs, ...rest }).toEqual(expected(query));
        if (slugs.length > 0) finding++;
      }),
      { numRuns: 500, seed: 291 },
    );
    // Combinations that find nothing would agree with anything.
    expect(finding).toBeGreaterThan(250);
  });

  test("is everything when nothing is asked, newest first", async () => {
    const slugs = await found(emptyQuery);
    expect(slugs).toHaveLength(library.incidents.length);
    const firsts = slugs.map(
      (slug) =>
        momentOf(library.incidents.find((one) => one.slug === slug)?.record.started ?? "").first,
    );
    expect(firsts).toEqual(firsts.toSorted((a, b) => b - a));
  });

  test("holds words of the whole incident and the aliases of its classes", async () => {
    expect(await found({ ...emptyQuery, q: "BSOD" })).toContain(
      "crowdstrike-2024-07-channel-file-291",
    );
    expect(await found({ ...emptyQuery, q: '"feature file" bot' })).toContain(
      "cloudflare-2025-11-bot-management",
    );
    expect(await found({ ...emptyQuery, q: "crowdstrike -falcon" })).not.toContain(
      "crowdstrike-2024-07-channel-file-291",
    );
  });

  test("is nothing, and no error, for words that are none", async () => {
    for (const q of ['"', "-", "((", "& | !", "'; DROP TABLE", "%", "\\", "😀", "the of and"]) {
      expect((await findIncidents({ ...emptyQuery, q })).total).toBeGreaterThanOrEqual(0);
    }
  });

  test("says how many there are on a page beyond the end", async () => {
    expect(await findIncidents({ ...emptyQuery, page: 99_999 })).toMatchObject({
      total: library.incidents.length,
      results: [],
    });
  });
});
