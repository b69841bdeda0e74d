import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { execute } from "#knowledge/database/query";
import { beginReview } from "#knowledge/review/begin";
import { bin, emptyBin, takeOutOfBin } from "#knowledge/review/bin";
import { progressSince } from "#knowledge/review/progress";
import { reach } from "#knowledge/review/review";
import { binnedReviews, otherDrafts, reviewsOf } from "#knowledge/review/review-list.store";
import { findStoredReview } from "#knowledge/review/review.store";
import { saveDocument, storedDocument } from "#knowledge/review/save";
import { share, unshare } from "#knowledge/review/share";
import { passedOver, standingInWords, standingOf } from "#knowledge/review/stand";
import { freshDatabase } from "#server/testing/fresh-database";

import { importContent } from "./import";
import { merge, withdraw } from "./publishing";
import { keptRowIds } from "#knowledge/review/review.store";
import { authoredLibrary, whole } from "./testing/authored-library";

let library: Awaited<ReturnType<typeof authoredLibrary>>;

beforeAll(async () => {
  library = await authoredLibrary(await freshDatabase());
});
afterAll(() => library.drop());

async function rowIdsOf(slug: string) {
  return keptRowIds((await library.stored(slug)).documentId);
}

function progressed(outcome: Awaited<ReturnType<typeof progressSince>>) {
  if (outcome.kind !== "progress") throw new Error(outcome.kind);
  return outcome;
}

describe("a review", () => {
  test("begins with its template's headings and stays with the template it began with", async () => {
    const slug = await library.begun();
    expect(slug).toMatch(/^draft-[a-z]{8}$/);
    const review = await library.stored(slug);
    expect(storedDocument(review.latest.source).story).toBe("## What happened\n");
    expect(review.template).toContain("title: Short");
    expect(review.authors).toEqual([{ id: library.ann.id, name: "Ann" }]);
    expect(await beginReview(library.ann, "nothing")).toEqual({ kind: "no such template" });
  });

  test("shares a revision among saves of one author, until somebody else saves or it is sealed", async () => {
    const slug = await library.begun();
    await library.saved(slug, { title: "A" });
    await library.saved(slug, { title: "B" });
    expect((await library.stored(slug)).latest).toMatchObject({ number: 1, version: 3 });
    await share(library.ann, slug, library.bob.id);
    await library.saved(slug, { title: "C" }, "", library.bob);
    expect((await library.stored(slug)).latest).toMatchObject({ number: 2, version: 4 });
    await library.saved(slug, { title: "D" });
    expect((await library.stored(slug)).latest).toMatchObject({ number: 3, version: 5 });
    await execute(`UPDATE "Revision" SET "begunAt" = now() - interval '11 minutes'`);
    await library.saved(slug, { title: "E" });
    expect((await library.stored(slug)).latest).toMatchObject({ number: 4, version: 6 });
  });

  test("that changes beside its text alone stays the revision it was, and who saved it is told", async () => {
    const { slug, revision } = await library.waiting();
    await share(library.ann, slug, library.bob.id);
    const before = await library.stored(slug);
    const { record, story } = storedDocument(before.latest.source);
    const beside = { unfinished: { started: "around lunch" }, zone: "Europe/Berlin" };
    const save = { version: before.version, document: { record, story }, ...beside };
    const saved = await saveDocument(library.bob, slug, save);
    expect(saved).toMatchObject({ kind: "saved", version: before.version + 1, revision });
    const after = await library.stored(slug);
    expect(after.latest).toEqual(before.latest);
    expect(after).toMatchObject({ ...beside, version: before.version + 1, state: "waiting" });
    const { progress } = progressed(await progressSince(library.ed, slug, after.version));
    expect(passedOver(progress, progress.latest.revision)).toBeNull();
    expect(standingInWords(standingOf(progress, progress.latest.revision))).toBe(
      "Waits for approval",
    );
    // Who has an older version hears of it, and from whom it is.
    const stale = { kind: "conflict", version: after.version, revision, savedBy: "Bob", ...beside };
    expect(await saveDocument(library.ann, slug, save)).toMatchObject({ ...stale, isOwn: false });
    expect(await saveDocument(library.bob, slug, save)).toMatchObject({ ...stale, isOwn: true });
    // Another word in it is another revision.
    const version = await library.saved(slug, { ...record, title: "Changed" }, story);
    expect(version).toBe(before.version + 2);
    expect((await library.stored(slug)).latest.number).toBe(revision + 1);
  });

  test("refuses a save on an older version, and gives what stands", async () => {
    const slug = await library.begun();
    await library.saved(slug, { title: "First" });
    const stale = await saveDocument(library.ann, slug, {
      version: 1,
      document: { record: { title: "Second" }, story: "" },
      unfinished: {},
    });
    expect(stale).toMatchObject({ kind: "conflict", version: 2, savedBy: "Ann" });
    expect(stale.kind === "conflict" && stale.document.record.title).toBe("First");
    expect(storedDocument((await library.stored(slug)).latest.source).record.title).toBe("First");
  });

  test("of two saves at once on one version takes one and refuses the other", async () => {
    const slug = await library.begun();
    const save = (title: string) =>
      saveDocument(library.ann, slug, {
        version: 1,
        document: { record: { title }, story: "" },
        unfinished: {},
      });
    const outcomes = await Promise.all([save("One"), save("Two"), save("Three")]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(["conflict", "conflict", "saved"]);
    expect((await library.stored(slug)).version).toBe(2);
  });

  test("refuses what is not well formed, in words, and keeps what stands", async () => {
    const slug = await library.begun();
    const wrong = await saveDocument(library.ann, slug, {
      version: 1,
      document: { record: { titel: "A", started: "yesterday" }, story: "" },
      unfinished: {},
    });
    expect(wrong.kind === "faulty" && wrong.faults).toEqual([
      expect.stringContaining("started: expected a time in UTC"),
      'titel: unknown key "titel"; did you mean title?',
    ]);
    expect((await library.stored(slug)).version).toBe(1);
  });

  test("keeps what is typed into a field that cannot be read yet", async () => {
    const slug = await library.begun();
    const unfinished = { "timeline.a.at": "around lunch" };
    await saveDocument(library.ann, slug, {
      version: 1,
      document: { record: {}, story: "" },
      unfinished,
    });
    expect((await library.stored(slug)).unfinished).toEqual(unfinished);
  });

  test("knows the ids of all its rows, those that were removed too", async () => {
    const slug = await library.begun();
    const entry = { id: "pool-ran-dry", kind: "trigger", text: "Pool ran dry" };
    await library.saved(slug, { timeline: [entry], sources: whole.sources });
    await library.saved(slug, { timeline: [{ ...entry, id: "pool-was-raised" }] });
    expect(await rowIdsOf(slug)).toEqual(["log", "pool-ran-dry", "pool-was-raised"]);
  });

  test("that came from a file knows the ids that each file gave", async () => {
    const bringIn = async (summary: string) => {
      await library.content.incident("from-file", { summary });
      const { folder } = library.content;
      const outcome = await importContent({ folder, theirs: ["from-file"], say: () => undefined });
      expect(outcome.kind).toBe("applied");
      await library.saved("from-file", { ...whole, factors: [] }, "", library.ed);
    };
    await bringIn("Once.");
    expect(await rowIdsOf("from-file")).toEqual(["a-factor", "log", "report"]);
    const entry =
      "  - id: newer\n    at: 2024-02-01\n    kind: trigger\n    text: Newer.\n    source: report";
    await bringIn(`Once more.\ntimeline:\n${entry}`);
    expect(await rowIdsOf("from-file")).toEqual(["a-factor", "log", "newer", "report"]);
    await library.content.remove("from-file");
  });

  test("is another person's: not there for authors it is not shared with, nor for readers", async () => {
    const slug = await library.begun();
    for (const other of [library.bob, library.eve, { kind: "visitor" } as const]) {
      expect(await reach(other, "see", slug)).toEqual({ kind: "unknown" });
      expect(
        await saveDocument(other, slug, {
          version: 1,
          document: { record: {}, story: "" },
          unfinished: {},
        }),
      ).toEqual({ kind: "unknown" });
    }
    expect(await reach(library.ed, "edit", slug)).toMatchObject({ kind: "reached" });
    expect(await share(library.ann, slug, library.eve.id)).toEqual({ kind: "no such author" });
    expect(await share(library.ann, slug, library.bob.id)).toEqual({ kind: "done" });
    expect(await reach(library.bob, "edit", slug)).toMatchObject({ kind: "reached" });
    expect(await unshare(library.bob, slug, library.ann.id)).toEqual({ kind: "done" });
    expect(await unshare(library.bob, slug, library.bob.id)).toEqual({ kind: "last author" });
    expect(await reach(library.ann, "see", slug)).toEqual({ kind: "unknown" });
    expect((await reviewsOf(library.bob.id)).map((line) => line.slug)).toContain(slug);
    expect((await otherDrafts(library.ed.id)).map((line) => line.slug)).toContain(slug);
  });
});

const empty = { version: 1, document: { record: {}, story: "" }, unfinished: {} };

describe("the bin", () => {
  test("keeps a draft for thirty days, from where it can be taken out", async () => {
    const slug = await library.begun();
    expect(await bin(library.bob, slug)).toEqual({ kind: "unknown" });
    expect(await bin(library.ann, slug)).toEqual({ kind: "done" });
    expect((await reviewsOf(library.ann.id)).map((line) => line.slug)).not.toContain(slug);
    expect((await binnedReviews(library.ann.id)).map((line) => line.slug)).toContain(slug);
    expect(await saveDocument(library.ann, slug, empty)).toEqual({
      kind: "not allowed",
    });
    expect(await takeOutOfBin(library.ann, slug)).toEqual({ kind: "done" });
    await bin(library.ann, slug);
    expect(await emptyBin()).toBe(0);
    await execute(
      `UPDATE "Document" SET "binnedAt" = now() - interval '31 days' WHERE "slug" = $1`,
      [slug],
    );
    expect(await emptyBin()).toBe(1);
    expect(await findStoredReview(slug)).toBeNull();
  });

  test("is emptied of all but those to which others lead, which it does not take either", async () => {
    const [target, part] = [
      await library.published("the-whole"),
      await library.published("a-part"),
    ];
    await merge(library.ed, part, target);
    await withdraw(library.ed, target, "unpublish");
    expect(await bin(library.ann, target)).toEqual({ kind: "leads others" });
    expect((await library.stored(target)).state).toBe("draft");

    const other = await library.begun();
    await bin(library.ann, other);
    await execute(
      `UPDATE "Document" SET "state" = 'binned', "binnedAt" = now() - interval '31 days'
       WHERE "slug" = ANY($1::text[])`,
      [[target, other]],
    );
    expect(await emptyBin()).toBe(1);
    expect(await findStoredReview(other)).toBeNull();
    expect((await library.stored(target)).state).toBe("binned");
  });

  test("keeps the slug that readers have seen for good, which only its own file takes again", async () => {
    const slug = await library.published("seen-by-readers");
    await withdraw(library.ed, slug, "unpublish");
    expect(await bin(library.ann, slug)).toEqual({ kind: "done" });
    await execute(
      `UPDATE "Document" SET "binnedAt" = now() - interval '31 days' WHERE "slug" = $1`,
      [slug],
    );
    expect(await emptyBin()).toBe(1);
    expect(await findStoredReview(slug)).toBeNull();
    await expect(library.published(slug, "Something else")).rejects.toThrow("slug taken");
    await library.content.incident(slug);
    await importContent({ folder: library.content.folder, say: () => undefined });
    expect((await library.stored(slug)).state).toBe("published");
  });

  test("does not take what readers see", async () => {
    const slug = await library.published("not-binned");
    expect(await bin(library.ann, slug)).toEqual({ kind: "not allowed" });
  });
});
