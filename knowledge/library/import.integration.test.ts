import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { closeDatabase, database } from "#knowledge/database/client";
import { findOrganizations, findProducts } from "#knowledge/incident/directory.store";
import { findElsewhere, findIncident } from "#knowledge/incident/incident.store";
import { linksTo, namesOf } from "#knowledge/incident/link.store";
import { findRevision, findRevisions } from "#knowledge/review/revision.store";
import { emptyQuery } from "#knowledge/search/query";
import { findIncidents } from "#knowledge/search/find";
import { findFamilies } from "#knowledge/taxonomy/taxonomy.store";
import { freshDatabase, type FreshDatabase } from "#server/testing/fresh-database";

import { importContent } from "./import";
import { rebuildProjection } from "./rebuild";
import { smallContent, type SmallContent } from "./testing/small-content";

let fresh: FreshDatabase;
let content: SmallContent;

beforeEach(async () => {
  fresh = await freshDatabase();
  process.env.DATABASE_URL = fresh.url;
  content = await smallContent();
});

afterEach(async () => {
  await closeDatabase();
  await fresh.drop();
  await content.drop();
});

const bringIn = (theirs: string[] = []) =>
  importContent({ folder: content.folder, theirs, say: () => undefined });

async function steps(theirs: string[] = []): Promise<string[]> {
  const outcome = await bringIn(theirs);
  return outcome.kind === "applied"
    ? outcome.steps.map(({ kind, slug }) => `${kind} ${slug}`)
    : [outcome.kind];
}

async function faults(): Promise<string> {
  const outcome = await bringIn();
  if (outcome.kind !== "faulty") throw new Error(`expected faults, the import was ${outcome.kind}`);
  return outcome.faults.map(({ file, line, message }) => `${file}:${line}: ${message}`).join("\n");
}

const slugs = async () =>
  (await findIncidents(emptyQuery)).results.map(({ slug }) => slug).toSorted();

describe("an incident that moves", () => {
  test("is merged into the one that names it, and its address leads there", async () => {
    await content.incident("x");
    await content.incident("y");
    await content.incident("z", { related: "y" });
    await bringIn();
    await content.remove("y");
    await content.incident("x", { formerly: "[y]" });
    expect(await steps()).toEqual(["update x", "merge y", "unchanged z"]);
    expect(await slugs()).toEqual(["x", "z"]);
    expect(await findElsewhere("y")).toEqual({ kind: "moved", slug: "x" });
    expect((await namesOf(["y"])).get("y")?.title).toBe("What happened at x");
    await rebuildProjection(() => undefined);
    expect((await linksTo("x")).map(({ slug }) => slug)).toEqual(["z"]);
  });

  test("may be called as before again", async () => {
    await content.incident("a");
    await bringIn();
    await content.remove("a");
    await content.incident("b", { formerly: "[a]" });
    expect(await steps()).toEqual(["update b"]);
    await content.remove("b");
    await content.incident("a", { formerly: "[b]" });
    expect(await steps()).toEqual(["update a"]);
    expect(await findElsewhere("b")).toEqual({ kind: "moved", slug: "a" });
    expect((await findIncident("a"))?.revisionNumber).toBe(3);
  });

  test("leaves its old slug to nobody else", async () => {
    await content.incident("a");
    await bringIn();
    await content.remove("a");
    await content.incident("b", { formerly: "[a]" });
    await bringIn();
    await content.incident("b");
    await content.incident("a");
    expect(await faults()).toMatch(/incidents\/a\.md:1: The slug "a" leads to b here, for ever/);
    expect(await slugs()).toEqual(["b"]);
  });

  test("has the same links whether it was imported or rebuilt", async () => {
    await content.incident("a", { related: "b" });
    await content.incident("b");
    await bringIn();
    await content.remove("b");
    await content.incident("c", { formerly: "[b]" });
    await bringIn();
    const before = await linksTo("c");
    expect(before.map(({ slug }) => slug)).toEqual(["a"]);
    await rebuildProjection(() => undefined);
    expect(await linksTo("c")).toEqual(before);
  });

  test("is not brought back by its file when it was archived here", async () => {
    await content.incident("a");
    await bringIn();
    await database().query(`UPDATE "Document" SET "state" = 'archived' WHERE "slug" = 'a'`);
    await content.incident("a", { title: "Touched" });
    expect(await steps()).toEqual(["conflict a"]);
    expect(await slugs()).toEqual([]);
    expect(await findElsewhere("a")).toEqual({ kind: "archived", slug: "a" });
    expect(await steps(["a"])).toEqual(["update a"]);
    expect(await slugs()).toEqual(["a"]);
  });
});

describe("what incidents lean on", () => {
  test("may be given other slugs under the same names", async () => {
    await content.incident("a");
    await bringIn();
    await content.taxonomy([{ slug: "name-failure", name: "DNS failure" }]);
    await content.organizations([{ slug: "acme-inc", name: "Acme" }]);
    await content.incident("a", { class: "name-failure" });
    expect(await steps()).toEqual(["update a"]);
    expect((await findFamilies())[0]?.classes.map(({ slug }) => slug)).toEqual(["name-failure"]);
    expect((await findOrganizations()).map(({ slug }) => slug)).toEqual(["acme-inc"]);
  });

  test("may change places and lose members", async () => {
    const [one, two] = [
      { slug: "dns-failure", name: "DNS failure" },
      { slug: "routing-error", name: "Routing error" },
    ];
    await content.taxonomy([one, two]);
    await content.incident("a");
    await bringIn();
    await content.taxonomy([two, one]);
    expect(await steps()).toEqual(["unchanged a"]);
    expect((await findFamilies())[0]?.classes.map(({ slug }) => slug)).toEqual([
      two.slug,
      one.slug,
    ]);
    await content.taxonomy([one]);
    expect(await steps()).toEqual(["unchanged a"]);
    expect((await findFamilies())[0]?.classes.map(({ slug }) => slug)).toEqual([one.slug]);
  });

  test("is missed, with the place, when a document without a file still needs it", async () => {
    await content.taxonomy([
      { slug: "dns-failure", name: "DNS failure" },
      { slug: "routing-error", name: "Routing error" },
    ]);
    await content.incident("a");
    await content.incident("gone", { class: "routing-error" });
    await bringIn();
    await content.remove("gone");
    await content.taxonomy([{ slug: "dns-failure", name: "DNS failure" }]);
    expect(await faults()).toMatch(
      /published document gone:\d+: It names the class "routing-error"/,
    );
    expect(await slugs()).toEqual(["a", "gone"]);
  });

  test("may go when only a link named it", async () => {
    await content.incident("a");
    await content.incident("gone", { summary: "See [[canary]]." });
    await bringIn();
    await content.remove("gone");
    const { writeFile } = await import("node:fs/promises");
    await writeFile(
      `${content.folder}/glossary.yaml`,
      "- slug: other\n  term: Other\n  means: Other.\n",
    );
    expect(await steps()).toEqual(["unchanged a", "vanished gone"]);
    expect(await slugs()).toEqual(["a", "gone"]);
  });
});

describe("a document", () => {
  test("that is not fit to be published is a fault", async () => {
    await content.incident("a", { severity: "", summary: "" });
    expect(await faults()).toMatch(/severity/);
    expect(await faults()).toMatch(/summary/);
  });

  test("keeps to members what was said to members, when it becomes public", async () => {
    await content.incident("a", { visibility: "members", summary: "The secret." });
    await bringIn();
    expect(await slugs()).toEqual([]);
    expect(await findElsewhere("a")).toEqual({ kind: "nowhere" });
    await content.incident("a", { summary: "The public part." });
    await bringIn();
    expect(await slugs()).toEqual(["a"]);
    expect((await findRevisions("a")).map(({ number }) => number)).toEqual([2]);
    expect(await findRevision("a", 1)).toBeNull();
  });

  test("of many long compound words can still be searched", async () => {
    const words = Array.from({ length: 20_000 }, (_, at) => `alpha${at}-beta${at}`).join(" ");
    await content.incident("a", {}, `${words.match(/.{1,2000}(?: |$)/g)?.join("\n\n") ?? ""}\n`);
    expect(await steps()).toEqual(["create a"]);
    expect((await findIncidents({ ...emptyQuery, q: "alpha7" })).total).toBe(1);
  });

  test("has its products shown as most documents spell them", async () => {
    await content.incident("a", { products: "[DynamoDb]" });
    await bringIn();
    await content.incident("b", { products: "[DynamoDB]" });
    await content.incident("c", { products: "[DynamoDB]" });
    await bringIn();
    const named = [{ slug: "dynamodb", name: "DynamoDB", incidents: 3 }];
    expect(await findProducts()).toEqual(named);
    await rebuildProjection(() => undefined);
    expect(await findProducts()).toEqual(named);
  });
});

describe("a slug that is asked to win", () => {
  test("must have a file", async () => {
    await content.incident("a");
    const outcome = await bringIn(["b"]);
    expect(outcome).toMatchObject({
      kind: "faulty",
      faults: [{ message: "There is no file b.md to take." }],
    });
  });
});

describe("a connection that is lost in the middle", () => {
  test("fails the import and nothing else", async () => {
    await content.incident("a");
    const other = await database().connect();
    try {
      // The import waits for this lock, so it cannot be done before it is cut off.
      await other.query("SELECT pg_advisory_lock(hashtext('hindsight search index'))");
      const outcome = importContent({
        folder: content.folder,
        // The plan is said inside the transaction: the moment to cut it off.
        say: () => {
          void other.query(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
          );
        },
      });
      await expect(outcome).rejects.toThrow(/terminat|connection/i);
    } finally {
      await other.query("SELECT pg_advisory_unlock_all()");
      other.release();
    }
    expect(await steps()).toEqual(["create a"]);
  });
});
