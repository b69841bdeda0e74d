import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";

import { closeDatabase, database } from "#knowledge/database/client";
import { findIncidents } from "#knowledge/search/find";
import { readBoxText } from "#knowledge/search/query";
import { suggestNames } from "#knowledge/search/suggesting";
import type { FreshDatabase } from "#server/testing/fresh-database";
import { freshLibrary } from "#server/testing/fresh-library";

let fresh: FreshDatabase;

beforeAll(async () => {
  fresh = await freshLibrary();
  process.env.DATABASE_URL = fresh.url;
  await database().query("ANALYZE");
});

afterAll(async () => {
  await closeDatabase();
  await fresh.drop();
});

const Statement = z.object({ text: z.string(), values: z.array(z.unknown()) });
type Statement = z.infer<typeof Statement>;

/** The statements that some work runs. */
async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const spy = vi.spyOn(database(), "query");
  try {
    await work();
    return spy.mock.calls.map(([statement]) => Statement.parse(statement));
  } finally {
    spy.mockRestore();
  }
}

// Over a hundred incidents reading a table whole is always cheapest; over a hundred thousand never.
// With that forbidden, PostgreSQL does it still where no index serves.
async function planOf({ text, values }: Statement): Promise<string> {
  const client = await database().connect();
  try {
    await client.query("SET enable_seqscan = off");
    const { rows } = await client.query({ text: `EXPLAIN ${text}`, values });
    const Line = z.object({ "QUERY PLAN": z.string() });
    return rows.map((row) => Line.parse(row)["QUERY PLAN"]).join("\n");
  } finally {
    await client.query("RESET enable_seqscan");
    client.release();
  }
}

/** Tables that stay small whatever the number of incidents. */
const small = ["FailureClass", "Family", "Organization", "PostingBlock"];

async function plansOf(work: () => Promise<unknown>) {
  const plans = await Promise.all((await statementsOf(work)).map(planOf));
  const named = (pattern: RegExp) =>
    [...new Set(plans.flatMap((plan) => [...plan.matchAll(pattern)].map(([, name]) => name ?? "")))]
      .filter((name) => !small.some((table) => name.startsWith(table)))
      .toSorted();
  return {
    whole: named(/Seq Scan on "(\w+)"/g),
    indexes: named(/(?:using|Index Scan on) "(\w+)"/g),
  };
}

const shapes: readonly [query: string, indexes: readonly string[]][] = [
  [
    "class:latent-defect role:trigger",
    ["SearchEntry_startedKey_slug_documentId_idx", "Incident_pkey"],
  ],
  ["class:latent-defect class:untested-path match:any", []],
  [
    "class:latent-defect class:untested-path match:factor",
    ["FactorClass_classSlug_documentId_rowId_role_standing_idx"],
  ],
  [
    "class:latent-defect sort:factors",
    ["FactorClass_classSlug_documentId_rowId_role_standing_idx"],
  ],
  ["role:trigger sort:factors", []],
  ["family:software-defect -class:untested-path severity:critical sort:duration", []],
  ["org:microsoft", ["IncidentOrganization_organizationSlug_idx"]],
  ["product:windows", ["IncidentProduct_productSlug_idx"]],
  [
    "from:2018-06 to:2022-03-04",
    ["Incident_startedFirst_documentId_idx", "Incident_startedLast_documentId_idx"],
  ],
  ["certificate expired", ["SearchText_text_idx", "SearchText_leading_idx", "Lexeme_pkey"]],
  ["certifcate", ["Spelling_pkey", "Lexeme_pkey"]],
  ['"feature file" -bgp sort:factors', ["SearchText_text_idx"]],
];

test.each(shapes)("%s reads no table whole", async (query, indexes) => {
  // As after a publication: nothing that was read before holds any more.
  await database().query(`UPDATE "PostingBlock" SET "version" = DEFAULT`);
  const plans = await plansOf(() => findIncidents(readBoxText(query)));
  expect(plans.whole).toEqual([]);
  expect(plans.indexes).toEqual(expect.arrayContaining([...indexes, "Posting_pkey"]));
});

test("a suggestion reads no table whole", async () => {
  const plans = await plansOf(() => suggestNames("cloud"));
  expect(plans.whole).toEqual([]);
  expect(plans.indexes).toContain("SearchName_words_idx");
});
