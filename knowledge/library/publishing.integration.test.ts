import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { findElsewhere, findIncident } from "#knowledge/incident/incident.store";
import { auditLog } from "#knowledge/people/audit.store";
import { askForApproval, assess } from "#knowledge/review/approval";
import { bin } from "#knowledge/review/bin";
import { restoreRevision } from "#knowledge/review/history";
import { reach } from "#knowledge/review/review";
import { waitingReviews } from "#knowledge/review/review-list.store";

import { importContent } from "./import";
import { merge, publish, withdraw } from "./publishing";
import { freshDatabase } from "#server/testing/fresh-database";

import { authoredLibrary, whole } from "./testing/authored-library";

let library: Awaited<ReturnType<typeof authoredLibrary>>;

beforeAll(async () => {
  library = await authoredLibrary(await freshDatabase());
});
afterAll(() => library.drop());

describe("approval and publication", () => {
  test("ask for what readers need, by name", async () => {
    const slug = await library.begun();
    const version = await library.saved(slug, {
      title: "Only a title",
      timeline: [{ id: "a", kind: "trigger" }],
    });
    const asked = await askForApproval(library.ann, slug, version);
    expect(asked.kind === "faulty" && asked.faults).toContain(
      "The review lacks the name of an organisation.",
    );
    expect(asked.kind === "faulty" && asked.faults).toContain("Entry 1 lacks text.");
    expect((await library.stored(slug)).state).toBe("draft");
  });

  test("name a revision that changes no more; who goes on writing begins another", async () => {
    const { slug, revision } = await library.waiting();
    expect(await library.stored(slug)).toMatchObject({ state: "waiting" });
    expect((await waitingReviews()).map((line) => line.slug)).toContain(slug);
    await library.saved(slug, { ...whole, title: "Newer" });
    expect((await library.stored(slug)).latest.number).toBe(revision + 1);
    await assess(library.ed, slug, { revision, assessment: "approved", note: null });
    const outcome = await publish(
      library.ed,
      slug,
      { revision, as: "checkout-slow" },
      library.renderer,
    );
    expect(outcome).toEqual({ kind: "published", slug: "checkout-slow" });
    const incident = await findIncident("checkout-slow");
    expect(incident?.record.title).toBe(whole.title);
    expect(incident?.storyHtml).toContain("It was slow.");
    expect(await library.found()).toEqual(["checkout-slow", "old-one"]);
    expect(await findElsewhere(slug)).toEqual({ kind: "moved", slug: "checkout-slow" });
    expect((await library.stored(slug)).slug).toBe("checkout-slow");
    expect((await auditLog(1, "published"))[0]).toMatchObject({
      actorName: "Ed",
      thing: "incident:checkout-slow",
    });
  });

  test("refuse a revision that nobody approved, was sent back, or is outdated", async () => {
    const { slug, revision } = await library.waiting();
    const as = "never-shown";
    expect(await publish(library.ed, slug, { revision, as }, library.renderer)).toEqual({
      kind: "not approved",
    });
    await assess(library.ed, slug, { revision, assessment: "sent-back", note: "Say who noticed." });
    expect((await library.stored(slug)).state).toBe("draft");
    expect(await publish(library.ed, slug, { revision, as }, library.renderer)).toEqual({
      kind: "not approved",
    });
    expect(
      await assess(library.ed, slug, { revision, assessment: "approved", note: null }),
    ).toEqual({
      kind: "nothing waits",
    });
    const version = await library.saved(slug, whole);
    await library.saved(slug, { ...whole, title: "Newer" });
    expect(await askForApproval(library.ann, slug, version)).toEqual({ kind: "outdated" });
  });

  test("are an editor's, and not of a document that is theirs alone", async () => {
    const { slug, revision } = await library.waiting();
    const yes = { revision, assessment: "approved" as const, note: null };
    expect(await assess(library.ann, slug, yes)).toEqual({ kind: "not allowed" });
    expect(await assess(library.bob, slug, yes)).toEqual({ kind: "unknown" });
    expect(await publish(library.ann, slug, { revision, as: "mine" }, library.renderer)).toEqual({
      kind: "not allowed",
    });
    const own = await library.begun(library.ed);
    const version = await library.saved(own, whole, "", library.ed);
    const asked = await askForApproval(library.ed, own, version);
    if (asked.kind !== "asked") throw new Error(asked.kind);
    const mine = { ...yes, revision: asked.revision };
    expect(await assess(library.ed, own, mine)).toEqual({ kind: "not allowed" });
    expect(await assess(library.eda, own, mine)).toEqual({ kind: "assessed" });
  });

  test("refuse a slug that is taken or none, and names that nothing answers to", async () => {
    const { slug, revision } = await library.waiting();
    await assess(library.ed, slug, { revision, assessment: "approved", note: null });
    for (const [as, kind] of [
      ["old-one", "slug taken"],
      ["dns-failure", "slug taken"],
      ["draft-abcdefgh", "no slug"],
      ["../x", "no slug"],
    ] as const) {
      expect(await publish(library.ed, slug, { revision, as }, library.renderer)).toEqual({ kind });
    }
    const other = await library.begun();
    const unknown = { ...whole, organization: ["Acmee"] };
    const misnamed = await library.saved(other, unknown, "See [[nowhere]].");
    expect(await askForApproval(library.ann, other, misnamed)).toMatchObject({
      faults: [expect.stringContaining("“Acmee” is not among the organisations")],
    });
    const version = await library.saved(other, whole, "See [[nowhere]].");
    const asked = await askForApproval(library.ann, other, version);
    if (asked.kind !== "asked") throw new Error(asked.kind);
    await assess(library.ed, other, {
      revision: asked.revision,
      assessment: "approved",
      note: null,
    });
    const outcome = await publish(
      library.ed,
      other,
      { revision: asked.revision, as: "other" },
      library.renderer,
    );
    expect(outcome.kind === "faulty" && outcome.faults.join("\n")).toMatch(/nowhere/);
    expect(await findIncident("other")).toBeNull();
  });

  test("lead from the slugs that a document says it had, unless they mean something else", async () => {
    const attempt = async (as: string, formerly: string[]) => {
      const slug = await library.begun();
      const version = await library.saved(slug, { ...whole, formerly });
      const asked = await askForApproval(library.ann, slug, version);
      if (asked.kind !== "asked") throw new Error(asked.kind);
      const { revision } = asked;
      await assess(library.ed, slug, { revision, assessment: "approved", note: null });
      return publish(library.ed, slug, { revision, as }, library.renderer);
    };
    expect(await attempt("called-now", ["called-once"])).toMatchObject({ kind: "published" });
    expect(await findElsewhere("called-once")).toEqual({ kind: "moved", slug: "called-now" });
    const taken = await attempt("another", ["called-once", "old-one", "dns-failure", "called-now"]);
    const faults = taken.kind === "faulty" ? taken.faults.join("\n") : "";
    for (const slug of ["called-once", "old-one", "dns-failure", "called-now"]) {
      expect(faults).toContain(`"${slug}"`);
    }
    expect(await findIncident("another")).toBeNull();
    expect(await findElsewhere("called-once")).toEqual({ kind: "moved", slug: "called-now" });
  });

  test("keep what readers see while a newer draft waits", async () => {
    const slug = await library.published("two-drafts");
    await library.saved(slug, { ...whole, title: "Second title" });
    expect((await findIncident(slug))?.record.title).toBe(whole.title);
    const asked = await askForApproval(library.ann, slug, (await library.stored(slug)).version);
    if (asked.kind !== "asked") throw new Error(asked.kind);
    expect((await library.stored(slug)).state).toBe("published");
    await assess(library.ed, slug, {
      revision: asked.revision,
      assessment: "approved",
      note: null,
    });
    expect(
      await publish(library.ed, slug, { revision: asked.revision, as: null }, library.renderer),
    ).toEqual({
      kind: "published",
      slug,
    });
    expect((await findIncident(slug))?.record.title).toBe("Second title");
  });
});

describe("withdrawing", () => {
  test("unpublishing makes a draft of it again, which can be published under its slug", async () => {
    const slug = await library.published("comes-back");
    expect(await withdraw(library.ann, slug, "unpublish")).toEqual({ kind: "not allowed" });
    expect(await withdraw(library.ed, slug, "unpublish")).toEqual({ kind: "done" });
    expect(await findIncident(slug)).toBeNull();
    expect(await library.found()).not.toContain(slug);
    expect(await findElsewhere(slug)).toEqual({ kind: "nowhere" });
    const { version } = await library.stored(slug);
    const asked = await askForApproval(library.ann, slug, version);
    if (asked.kind !== "asked") throw new Error(asked.kind);
    await assess(library.ed, slug, {
      revision: asked.revision,
      assessment: "approved",
      note: null,
    });
    expect(
      await publish(library.ed, slug, { revision: asked.revision, as: null }, library.renderer),
    ).toMatchObject({
      kind: "published",
    });
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

  test("an import leaves alone what is being revised here, and says so", async () => {
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
    const asked = await askForApproval(library.ed, "old-one", version);
    await library.content.incident("old-one", { title: "Changed in the file" });

    expect(await bringIn()).toContain("conflict  old-one: being revised here");
    expect(await library.found()).toContain(slug);
    expect((await findIncident("old-one"))?.record.title).toBe("What happened at old-one");
    expect(await library.stored("old-one")).toMatchObject({ version, title: "Changed here" });

    expect(await bringIn(["old-one"])).toContain("update    old-one");
    expect((await findIncident("old-one"))?.record.title).toBe("Changed in the file");
    const after = await library.stored("old-one");
    expect(after).toMatchObject({ waitingId: null, title: "", unfinished: {} });
    expect(after.latest.source).toContain("Changed in the file");
    expect((await waitingReviews()).map((line) => line.slug)).not.toContain("old-one");
    const revision = asked.kind === "asked" ? asked.revision : 0;
    expect(
      await assess(library.eda, "old-one", { revision, assessment: "approved", note: null }),
    ).toEqual({ kind: "nothing waits" });
  });

  test("an import takes a file out of the bin, or its document into another, where that is said", async () => {
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
