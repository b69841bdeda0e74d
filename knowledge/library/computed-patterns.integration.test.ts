import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { closeDatabase } from "#knowledge/database/client";
import type { Factor, IncidentRecord } from "#knowledge/incident/document";
import { momentOf } from "#knowledge/incident/moment";
import { spansOf, type Span } from "#knowledge/incident/span";
import { importContent } from "./import";
import { readContent, type Content } from "./read-content";
import { plainSearch, type PlainLibrary } from "./testing/plain-search";
import { smallContent } from "./testing/small-content";
import { countIncidents } from "#knowledge/search/count";
import { emptyQuery, type Query } from "#knowledge/search/query";
import { findFamilies } from "#knowledge/taxonomy/taxonomy.store";
import { freshDatabase, type FreshDatabase } from "#server/testing/fresh-database";
import { freshLibrary } from "#server/testing/fresh-library";

import { countClasses } from "#knowledge/patterns/class-count";
import type { Distribution } from "#knowledge/patterns/distribution";
import { findHeld } from "#knowledge/patterns/held";
import { findOverYears } from "#knowledge/patterns/over-years";
import { measures, type Measure } from "#knowledge/patterns/span.store";
import { findTimes } from "#knowledge/patterns/times";
import { findTogether } from "#knowledge/patterns/together";
import type { RoleOfClasses, View } from "#knowledge/patterns/view";

const roles: readonly (RoleOfClasses | null)[] = [null, "precondition", "amplifier", "recovery"];
const everything: View = { role: null, family: null, sort: null };

/** Everything that is computed for a view, as the page asks for it. */
async function computed(view: View) {
  const families = await findFamilies();
  const counts = await countClasses(families, view.role);
  const [together, overYears, times, held] = await Promise.all([
    findTogether(counts, view),
    findOverYears(families, view),
    findTimes(counts, view),
    findHeld(families, view),
  ]);
  return { counts, together, overYears, times, held };
}

describe("the patterns of the content that ships", () => {
  let fresh: FreshDatabase;
  let content: Content;
  let library: PlainLibrary;
  let families: readonly (string | null)[];

  beforeAll(async () => {
    fresh = await freshLibrary();
    process.env.DATABASE_URL = fresh.url;
    const read = await readContent("content");
    if (read.kind === "faulty") throw new Error("the content is faulty");
    content = read.content;
    families = [null, ...content.families.map(({ slug }) => slug)];
    library = {
      incidents: content.incidents.map(({ slug, document }) => ({ slug, record: document.record })),
      familyOf: new Map(
        content.families.flatMap((family) => family.classes.map(({ slug }) => [slug, family.slug])),
      ),
      organizations: content.organizations,
    };
  });

  afterAll(async () => {
    await closeDatabase();
    await fresh.drop();
  });

  const records = () => library.incidents.map(({ record }) => record);
  const inRole = (role: RoleOfClasses | null) => (factor: Factor) =>
    role === null || factor.role === role;
  const classesIn = (record: IncidentRecord, role: RoleOfClasses | null) =>
    new Set(record.factors.filter(inRole(role)).flatMap(({ classes }) => classes));

  const plainly = (query: Partial<Query>) =>
    plainSearch(library, { ...emptyQuery, ...query }).length;

  test("every class that occurs is counted, in every role", async () => {
    for (const role of roles) {
      const { counts } = await computed({ ...everything, role });
      expect(counts.total).toBe(library.incidents.length);
      const shown = Object.fromEntries(counts.classes.map((one) => [one.slug, one.incidents]));
      const expected: Record<string, number> = {};
      for (const record of records())
        for (const slug of classesIn(record, role)) expected[slug] = (expected[slug] ?? 0) + 1;
      expect(shown).toEqual(expected);
    }
  });

  test("every cell of every matrix is what a reader of the documents counts", async () => {
    let cells = 0;
    for (const role of roles) {
      const named = records().map((record) => classesIn(record, role));
      for (const family of families) {
        const { together } = await computed({ ...everything, role, family });
        expect(together.pairs.length > 0).toBe(together.rows.length > 1);
        for (const pair of together.pairs) {
          const having = (slugs: readonly string[]) =>
            named.filter((classes) => slugs.every((slug) => classes.has(slug))).length;
          const { a, b, both, ofA, ofB } = pair;
          expect({ both, ofA, ofB }).toEqual({
            both: having([a, b]),
            ofA: having([a]),
            ofB: having([b]),
          });
          cells++;
        }
      }
    }
    expect(cells).toBeGreaterThan(3_000);
  });

  test("a cell's search finds exactly the incidents that are counted in it", async () => {
    for (const role of roles) {
      const { together } = await computed({ ...everything, role });
      for (const { a, b, both } of [...together.pairs.slice(0, 25), ...together.strongest]) {
        const query: Query = { ...emptyQuery, class: [a, b], role: role ? [role] : [] };
        expect(await countIncidents(query)).toBe(both);
        expect(plainSearch(library, query)).toHaveLength(both);
      }
    }
  });

  test("a matrix of all classes has each pair once, and one of a family each of its classes", async () => {
    const { together } = await computed(everything);
    expect(together.rows).toHaveLength(20);
    expect(together.pairs).toHaveLength(190);
    const { together: own } = await computed({ ...everything, family: "capacity-and-load" });
    expect(new Set(own.columns.map(({ family }) => family))).toEqual(
      new Set(["capacity-and-load"]),
    );
    expect(own.columns).toHaveLength(8);
  });

  test("classes and pairs stand in the order that is asked for", async () => {
    const { together: frequent } = await computed({ ...everything, sort: "incidents" });
    const incidents = frequent.rows.map((row) => row.incidents);
    expect(incidents).toEqual(incidents.toSorted((a, b) => b - a));
    const both = frequent.pairs.map((pair) => pair.both);
    expect(both).toEqual(both.toSorted((a, b) => b - a));
    const { together: byFamily, counts } = await computed({ ...everything, sort: "family" });
    const places = byFamily.rows.map(({ slug }) =>
      counts.classes.findIndex((one) => one.slug === slug),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const { together: strong } = await computed(everything);
    expect(strong.pairs[0]).toEqual(strong.strongest[0]);
  });

  test("every year of every family and class is what its search finds", async () => {
    for (const view of [
      everything,
      { ...everything, role: "trigger" as const },
      { ...everything, family: "change-and-rollout" },
    ]) {
      const { overYears } = await computed(view);
      for (const { query, incidents, years } of [overYears.all, ...overYears.series]) {
        expect(incidents).toBe(plainly(query));
        for (const { year, incidents: count, upTo } of years) {
          const text = String(year);
          expect(count).toBe(plainly({ ...query, from: text, to: text }));
          expect(upTo).toBe(plainly({ ...query, to: text }));
        }
      }
    }
  });

  test("every distribution is of the spans of its incidents, and no other", async () => {
    for (const role of roles) {
      const { times } = await computed({ ...everything, role });
      for (const { class: of, incidents, times: shown } of [times.all, ...times.rows]) {
        const among = records().filter(
          (record) => of === null || classesIn(record, role).has(of.slug),
        );
        expect(incidents).toBe(among.length);
        for (const measure of measures)
          expect(sameOf(shown[measure])).toEqual(plain(among, measure));
      }
    }
  });

  test("rows of times stand by the median that is asked for", async () => {
    const { times } = await computed({ ...everything, sort: "resolve" });
    const least = times.rows.map((row) => row.times.resolve.median?.least ?? Infinity);
    expect(least).toEqual(least.toSorted((a, b) => a - b));
  });

  test("what held is told by what triggered the incident, newest first, in its own words", async () => {
    for (const family of families) {
      const { held } = await computed({ ...everything, family });
      expect(held.total).toBe(library.incidents.length);
      expect(held.incidents).toBe(plainly({ role: ["safeguard"] }));
      for (const group of held.groups) {
        const slugs = plainSearch(library, group.query);
        expect(group.incidents).toBe(slugs.length);
        const holding = library.incidents.filter(
          ({ slug, record }) =>
            slugs.includes(slug) && record.factors.some(({ role }) => role === "safeguard"),
        );
        expect(group.held).toBe(holding.length);
        const newest = holding.toSorted(
          (a, b) => began(b.record) - began(a.record) || (a.slug < b.slug ? -1 : 1),
        );
        const told = newest
          .slice(0, 3)
          .flatMap(({ slug, record }) =>
            record.factors
              .filter(({ role }) => role === "safeguard")
              .map(({ id, statement }) => ({ slug, id, statement })),
          );
        expect(
          group.statements.map(({ id, statement, incident }) => ({
            slug: incident.slug,
            id,
            statement,
          })),
        ).toEqual(told);
      }
    }
  });
});

function began({ started }: IncidentRecord): number {
  return momentOf(started ?? "").first;
}

function spanOf(record: IncidentRecord, measure: Measure): Span | null {
  const moment = (text: string | undefined) => (text === undefined ? null : momentOf(text));
  const { toDetect, toMitigate, toResolve } = spansOf({
    started: moment(record.started),
    detected: moment(record.detected),
    mitigated: moment(record.mitigated),
    resolved: moment(record.resolved),
  });
  return { detect: toDetect, mitigate: toMitigate, resolve: toResolve }[measure];
}

/** What both ways of computing give. */
function sameOf({ known, median, marks }: Distribution) {
  return { known, median, marks: sorted(marks) };
}

/** A distribution by the book: sort both ends, take the middle. */
function plain(among: readonly IncidentRecord[], measure: Measure) {
  const spans = among.flatMap((record) => spanOf(record, measure) ?? []);
  return {
    known: spans.length,
    median: plainMedian(spans),
    marks: spans.length > 60 ? [] : sorted(spans),
  };
}

function plainMedian(spans: readonly Span[]): Span | null {
  if (spans.length < 5) return null;
  const ends = (end: (span: Span) => number) => spans.map(end).toSorted((a, b) => a - b);
  const middle = (spans.length - 1) / 2;
  return {
    least: ends(({ least }) => least)[Math.floor(middle)] ?? Number.NaN,
    most: ends(({ most }) => most ?? Infinity)[Math.ceil(middle)] ?? Number.NaN,
  };
}

function sorted(spans: readonly Span[]): Span[] {
  return spans.toSorted((a, b) => a.least - b.least || (a.most ?? Infinity) - (b.most ?? Infinity));
}

describe("the patterns of next to nothing", () => {
  let fresh: FreshDatabase;

  beforeAll(async () => {
    fresh = await freshDatabase();
    process.env.DATABASE_URL = fresh.url;
  });

  afterAll(async () => {
    await closeDatabase();
    await fresh.drop();
  });

  test("of an empty library are empty", async () => {
    const { counts, together, overYears, times, held } = await computed(everything);
    expect([counts, together.pairs]).toEqual([{ total: 0, classes: [] }, []]);
    expect(overYears.all).toMatchObject({ incidents: 0, years: [] });
    expect(times.all.times.detect).toEqual({ known: 0, median: null, middle: null, marks: [] });
    expect(held).toEqual({ incidents: 0, total: 0, groups: [] });
  });

  test("tell nothing of what only members may read", async () => {
    const small = await smallContent();
    await small.incident("open", { started: "2020-05-01" });
    await small.incident("secret", { started: "1999", visibility: "members" });
    await importContent({ folder: small.folder, say: () => undefined });
    await small.drop();
    const { counts, overYears, times } = await computed(everything);
    expect(counts).toMatchObject({ total: 1, classes: [{ slug: "dns-failure", incidents: 1 }] });
    expect(overYears.all.years).toEqual([{ year: 2020, incidents: 1, upTo: 1 }]);
    expect(times.rows.map(({ incidents }) => incidents)).toEqual([1]);
  });
});
