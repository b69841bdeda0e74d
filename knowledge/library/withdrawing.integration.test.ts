import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { findElsewhere, findIncident } from "#knowledge/incident/incident.store";
import { askForApproval, assess } from "#knowledge/review/approval";
import { bin } from "#knowledge/review/bin";
import { restoreRevision } from "#knowledge/review/history";
import { reach } from "#knowledge/review/review";
import { waitingReviews } from "#knowledge/review/review-list.store";
import { freshDatabase } from "#server/testing/fresh-database";

import { importContent } from "./import";
import { merge, publish, withdraw } from "./publishing";
import { authoredLibrary, whole } from "./testing/authored-library";

let library: Awaited<ReturnType<typeof authoredLibrary>>;

beforeAll(async () => {
  library = await authoredLibrary(await freshDatabase());
});
afterAll(() => library.drop());

describe("withdrawing", () => {
  test("unpublishing makes a draft of it again, which can be published under its slug", async () => {
    const slug = await library.published("comes-back");
    expect(await withdraw(library.ann, slug, "unpublish")).toEqual({ kind: "not allowed" });
    expect(await withdraw(library.ed, slug, "unpublish")).toEqual({ kind: "done" });
    expect(await findIncident(slug)).toBeNull();
    expect(await library.found()).not.toContain(slug);
    expect(await findElsewhere(slug)).toEqual({ kind: "nowhere" });
    expect(await library.publishedAs(slug, null)).toMatchObject({ kind: "published" });
    expect(await library.found()).toContain(slug);
  });

  test("an archived one keeps its address, which says so", async () => {
    const slug = await library.published("archived-one");
    await withdraw(library.ed, slug, "archive");
    expect(await findElsewhere(slug)).toEqual({ kind: "archived", slug });
    expect(await library.found()).not.toContain(slug);
  });

  test("an archived one is published again as readers saw it, and in no other words", async () => {
    const slug = await library.published("archived-and-back");
    const { publishedNumber } = await library.stored(slug);
    const revision = publishedNumber ?? 0;
    await library.saved(slug, { ...whole, title: "Not approved" });
    await withdraw(library.ed, slug, "archive");
    const again = (number: number, by = library.ed) =>
      publish(by, slug, { revision: number, as: null }, library.renderer);
    expect(await again(revision + 1)).toEqual({ kind: "not approved" });
    expect(await again(revision, library.ann)).toEqual({ kind: "not allowed" });
    expect(await again(revision)).toEqual({ kind: "published", slug });
    expect((await findIncident(slug))?.record.title).toBe(whole.title);
  });

  test("a merged one leads to the other, with all its addresses", async () => {
    const slug = await library.published("part-of-it");
    expect(await merge(library.ed, slug, slug)).toEqual({ kind: "no target" });
    expect(await merge(library.ed, slug, "nowhere")).toEqual({ kind: "no target" });
    expect(await merge(library.ed, slug, "old-one")).toEqual({ kind: "done" });
    expect(await findElsewhere(slug)).toEqual({ kind: "moved", slug: "old-one" });
    expect(await library.found()).not.toContain(slug);
  });

  test("what has a newer draft is not merged; what was merged its authors and editors still see", async () => {
    const slug = await library.published("merged-late");
    const { latest } = await library.stored(slug);
    const version = await library.saved(slug, { ...whole, title: "Newer" });
    await askForApproval(library.ann, slug, version);
    expect(await merge(library.ed, slug, "takes-all")).toEqual({ kind: "no target" });
    await library.published("takes-all");
    expect(await merge(library.ed, slug, "takes-all")).toEqual({ kind: "newer draft" });
    expect((await library.stored(slug)).state).toBe("published");

    const revision = latest.number + 1;
    await assess(library.ed, slug, { revision, assessment: "sent-back", note: null });
    await restoreRevision(library.ann, slug, latest.number, version);
    expect(await merge(library.ed, slug, "takes-all")).toEqual({ kind: "done" });
    expect(await library.stored(slug)).toMatchObject({ state: "merged", waitingId: null });
    expect((await reach(library.ann, "see", slug)).kind).toBe("reached");
    expect((await reach(library.ed, "see", slug)).kind).toBe("reached");
    expect((await reach(library.ed, "edit", slug)).kind).toBe("not allowed");
    expect((await reach(library.bob, "see", slug)).kind).toBe("unknown");
  });
});

describe("what was changed here", () => {
  test("is left alone by an import while it is being revised, which says so", async () => {
    const slug = await library.published("by-hand");
    const bringIn = async (theirs: string[] = []) => {
      const said: string[] = [];
      const { folder } = library.content;
      await importContent({ folder, theirs, say: (line) => void said.push(line) });
      return said.join("\n");
    };
    await bringIn();
    await library.saved("old-one", { ...whole, title: "Changed here" }, "", library.ed);
    const { version } = await library.stored("old-one");
    const revision = await library.asked("old-one", library.ed);
    await library.content.incident("old-one", { title: "Changed in the file" });

    expect(await bringIn()).toContain("conflict  old-one: being revised here");
    expect(await library.found()).toContain(slug);
    expect((await findIncident("old-one"))?.record.title).toBe("What happened at old-one");
    expect(await library.stored("old-one")).toMatchObject({ version, title: "Changed here" });

    expect(await bringIn(["old-one"])).toContain("update    old-one");
    expect((await findIncident("old-one"))?.record.title).toBe("Changed in the file");
    const after = await library.stored("old-one");
    expect(after).toMatchObject({ waitingId: null, title: "", unfinished: {}, lastSave: null });
    expect(after.latest.source).toContain("Changed in the file");
    expect((await waitingReviews()).map((line) => line.slug)).not.toContain("old-one");
    expect(
      await assess(library.eda, "old-one", { revision, assessment: "approved", note: null }),
    ).toEqual({ kind: "nothing waits" });
  });

  test("is taken out of the bin by an import, or into another document, where that is said", async () => {
    const { content } = library;
    const bringIn = async (theirs: string[] = []) => {
      const outcome = await importContent({ folder: content.folder, theirs, say: () => undefined });
      return outcome.kind;
    };
    for (const slug of ["thrown-away", "takes-it-in"]) await content.incident(slug);
    await bringIn();
    const throwAway = async () => {
      expect(await withdraw(library.ed, "thrown-away", "unpublish")).toEqual({ kind: "done" });
      expect(await bin(library.ed, "thrown-away")).toEqual({ kind: "done" });
    };
    await library.saved("thrown-away", whole, "", library.ed);
    await throwAway();
    await content.incident("thrown-away", { title: "Changed in the file" });
    expect(await bringIn()).toBe("applied");
    expect((await library.stored("thrown-away")).state).toBe("binned");
    expect(await bringIn(["thrown-away"])).toBe("applied");
    expect(await library.stored("thrown-away")).toMatchObject({
      state: "published",
      binnedAt: null,
    });

    await throwAway();
    await content.remove("thrown-away");
    await content.incident("takes-it-in", { formerly: "[thrown-away]" });
    expect(await bringIn(["takes-it-in"])).toBe("applied");
    expect(await findElsewhere("thrown-away")).toEqual({ kind: "moved", slug: "takes-it-in" });
  });
});
