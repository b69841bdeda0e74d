import { afterAll, beforeAll, expect, test } from "vitest";

import { closeDatabase } from "#knowledge/database/client";
import { remindedBy } from "#knowledge/search/by-text";
import { freshDatabase, type FreshDatabase } from "#server/testing/fresh-database";

import { importContent } from "./import";
import { smallContent } from "./testing/small-content";

let fresh: FreshDatabase;
let content: Awaited<ReturnType<typeof smallContent>>;

beforeAll(async () => {
  fresh = await freshDatabase();
  process.env.DATABASE_URL = fresh.url;
  content = await smallContent();
});

afterAll(async () => {
  await closeDatabase();
  await content.drop();
  await fresh.drop();
});

const likeness = async () => {
  const { incidents } = await remindedBy(
    "Gossip floods the quorum of the ledger, and replicas stall",
  );
  return incidents
    .filter(({ reasons }) => reasons.length > 0)
    .map(({ slug, reasons }) => [slug, reasons.toSorted()]);
};

test("a draft is like one of few incidents by the words that only this one has", async () => {
  const begun = ["small-2024-01-one", ["floods", "gossip", "quorum"]];
  await content.incident("small-2024-01-one", {
    summary: "Gossip flooded the quorum until it was replaced.",
  });
  await importContent({ folder: content.folder, say: () => undefined });
  expect(await likeness()).toEqual([begun]);
  await content.incident("small-2024-02-two", { summary: "A certificate lapsed." });
  await content.incident("small-2024-03-three", { summary: "A disk filled up." });
  await importContent({ folder: content.folder, say: () => undefined });
  expect(await likeness()).toEqual([begun]);
});
