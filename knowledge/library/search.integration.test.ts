import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { closeDatabase } from "#knowledge/database/client";
import type { Factor, IncidentRecord } from "#knowledge/incident/document";
import { momentOf } from "#knowledge/incident/moment";
import { Role, Sector, Severity, Standing } from "#knowledge/incident/vocabulary";
import { emptyQuery, Match, type Query } from "#knowledge/search/query";
import { findIncidents } from "#knowledge/search/search.store";
import { freshDatabase, type FreshDatabase } from "#server/testing/fresh-database";

import { importContent } from "./import";
import { readContent } from "./read-content";

interface Known {
  readonly slug: string;
  readonly record: IncidentRecord;
}

let fresh: FreshDatabase;
let known: Known[] = [];
let familyOf = new Map<string, string>();
let organizations: { slug: string; name: string; partOf?: string | undefined }[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
  process.env.DATABASE_URL = fresh.url;
  await importContent({ folder: "content", say: () => undefined });
  const read = await readContent("content");
  if (read.kind === "faulty") throw new Error("the content is faulty");
  known = read.content.incidents.map(({ slug, document }) => ({ slug, record: document.record }));
  familyOf = new Map(
    read.content.families.flatMap((family) => family.classes.map((one) => [one.slug, family.slug])),
  );
  organizations = [...read.content.organizations];
});

afterAll(async () => {
  await closeDatabase();
  await fresh.drop();
});

/** The meaning of a query, computed over the documents as the design words it, without the database. */
function fits(query: Query, { record }: Known): boolean {
  const fitting = record.factors.filter(
    ({ role, standing }) =>
      (query.role.length === 0 || query.role.includes(role)) &&
      (query.standing.length === 0 || query.standing.includes(standing)),
  );
  return (
    classesFit(query, fitting) &&
    (query.family.length === 0 ||
      fitting.some(({ classes }) =>
        classes.some((one) => query.family.includes(familyOf.get(one) ?? "")),
      )) &&
    !record.factors.some(({ classes }) => classes.some((one) => query.notClass.includes(one))) &&
    someFactorFits(query, fitting) &&
    recordFits(query, record)
  );
}

function classesFit({ class: sought, match }: Query, fitting: readonly Factor[]): boolean {
  if (sought.length === 0) return true;
  const has = (one: string) => fitting.some(({ classes }) => classes.includes(one));
  switch (match) {
    case "all":
      return sought.every(has);
    case "any":
      return sought.some(has);
    case "factor":
      return fitting.some(({ classes }) => sought.every((one) => classes.includes(one)));
  }
}

function someFactorFits(query: Query, fitting: readonly Factor[]): boolean {
  const asked = query.role.length > 0 || query.standing.length > 0;
  const byClass = query.class.length > 0 || query.family.length > 0;
  return byClass || !asked || fitting.length > 0;
}

function recordFits(query: Query, record: IncidentRecord): boolean {
  const among = <Value>(sought: readonly Value[], values: readonly Value[]) =>
    sought.length === 0 || values.some((value) => sought.includes(value));
  const started = momentOf(record.started ?? "");
  return (
    among(query.org, record.organization.flatMap(withParents)) &&
    among(query.sector, record.sectors) &&
    among(query.severity, record.severity ? [record.severity] : []) &&
    (query.from === null || started.last > momentOf(query.from).first) &&
    (query.to === null || started.first < momentOf(query.to).last)
  );
}

function withParents(name: string): string[] {
  const slugs: string[] = [];
  let at = organizations.find((one) => one.name === name);
  while (at) {
    slugs.push(at.slug);
    const parent: string | undefined = at.partOf;
    at = organizations.find((one) => one.slug === parent);
  }
  return slugs;
}

async function found(query: Query): Promise<string[]> {
  const first = await findIncidents(query);
  const slugs = first.incidents.map(({ slug }) => slug);
  for (let page = 2; slugs.length < first.total; page++) {
    const next = await findIncidents({ ...query, page });
    if (next.incidents.length === 0) throw new Error("the total promises more than the pages hold");
    slugs.push(...next.incidents.map(({ slug }) => slug));
  }
  return slugs;
}

const some = <Value>(values: readonly Value[], most: number) =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength: most });

describe("what a query finds", () => {
  test("is what its words mean over the documents, for any combination of conditions", async () => {
    const classes = [
      "untested-path",
      "staged-rollout-gap",
      "latent-defect",
      "slow-recovery",
      "no-such",
    ];
    const query = fc.record({
      class: some(classes, 3),
      family: some(["change-and-rollout", "software-defect", "no-such"], 2),
      notClass: some(classes, 1),
      role: some(Role.options, 2),
      standing: some(Standing.options, 2),
      org: some(["microsoft", "azure", "cloudflare", "aws", "no-such"], 2),
      sector: some(Sector.options, 2),
      severity: some(Severity.options, 2),
      from: fc.constantFrom(null, "2019", "2020-06", "2021-10-04"),
      to: fc.constantFrom(null, "2019", "2023-08-28", "2024-07-19"),
      match: fc.constantFrom(...Match.options),
    });
    await fc.assert(
      fc.asyncProperty(query, async (conditions) => {
        const asked: Query = { ...emptyQuery, ...conditions };
        const expected = known.filter((incident) => fits(asked, incident)).map(({ slug }) => slug);
        expect((await found(asked)).toSorted()).toEqual(expected.toSorted());
      }),
      { numRuns: 300 },
    );
  });

  test("is everything when nothing is asked, newest first", async () => {
    const slugs = await found(emptyQuery);
    expect(slugs).toHaveLength(known.length);
    const firsts = slugs.map(
      (slug) => momentOf(known.find((one) => one.slug === slug)?.record.started ?? "").first,
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
    expect(await findIncidents({ ...emptyQuery, page: 99_999 })).toEqual({
      total: known.length,
      incidents: [],
    });
  });
});
