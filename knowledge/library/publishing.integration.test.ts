import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { findElsewhere, findIncident } from "#knowledge/incident/incident.store";
import { findSource } from "#knowledge/incident/source.store";
import { auditLog } from "#knowledge/people/audit.store";
import { askForApproval, assess } from "#knowledge/review/approval";
import { ownRevisions } from "#knowledge/review/history.store";
import { assessmentsOf } from "#knowledge/review/approval.store";
import { waitingReviews } from "#knowledge/review/review-list.store";
import { share } from "#knowledge/review/share";

import { publish, withdraw } from "./publishing";
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
      sources: [{ id: "graph", title: "Graph of reads" }],
    });
    const asked = await askForApproval(library.ann, slug, version);
    expect(asked.kind === "faulty" && asked.faults).toContain(
      "The review lacks the name of an organisation.",
    );
    expect(asked.kind === "faulty" && asked.faults).toContain("Entry 1 lacks text.");
    expect(asked.kind === "faulty" && asked.faults).toContain(
      "Say what kind of source “Graph of reads” is.",
    );
    expect((await library.stored(slug)).state).toBe("draft");
  });

  test("ask nobody how far their own evidence was read, and say it for nobody", async () => {
    const slug = await library.begun();
    const log = { id: "log", title: "Log of the flush", kind: "log" };
    await library.saved(slug, { ...whole, sources: [log] });
    expect(await library.publishedAs(slug, "log-unread")).toMatchObject({ kind: "published" });
    const incident = await findIncident("log-unread");
    expect(incident?.record.sources).toEqual([log]);
    const source = await findSource(incident?.sourceSlugs.log ?? "");
    expect(source).toMatchObject({ kind: "log", seen: null, uses: [{ id: "log", seen: null }] });
    await withdraw(library.ed, "log-unread", "archive");
  });

  test("name a revision that changes no more; who goes on writing begins another", async () => {
    const { slug, revision } = await library.waiting();
    expect(await library.stored(slug)).toMatchObject({ state: "waiting" });
    expect((await waitingReviews()).map((line) => line.slug)).toContain(slug);
    await library.saved(slug, { ...whole, title: "Newer" });
    expect((await library.stored(slug)).latest.number).toBe(revision + 1);
    await library.approved(slug, revision);
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

  test("are asked for once: who presses twice, or says the same again, asks nothing new", async () => {
    const slug = await library.begun();
    await share(library.ann, slug, library.bob.id);
    const version = await library.saved(slug, whole);
    const ask = (by: typeof library.ann, note: string | null) =>
      askForApproval(by, slug, version, note);
    const twice = [ask(library.ann, "Begin there."), ask(library.ann, "Begin there.")];
    const asked = { kind: "asked", revision: 1 };
    expect(await Promise.all(twice)).toEqual([asked, asked]);
    // Without a word it would hide the one that editors were told.
    expect(await ask(library.ann, null)).toEqual(asked);
    const thing = `incident:${slug}`;
    const audited = async () =>
      (await auditLog(1, "approval asked")).filter((line) => line.thing === thing).length;
    const told = async () => {
      const [revision] = await ownRevisions((await library.stored(slug)).documentId);
      return revision?.requests.map(({ by, note }) => [by, note]);
    };
    expect(await told()).toEqual([["Ann", "Begin there."]]);
    expect(await audited()).toBe(1);
    // Another word, or another person's, is one more that editors should read.
    await ask(library.ann, "And the end.");
    await ask(library.bob, "And the end.");
    const words = [
      ["Ann", "Begin there."],
      ["Ann", "And the end."],
      ["Bob", "And the end."],
    ];
    expect(await told()).toEqual(words);
    const sentBack = { revision: 1, assessment: "sent-back", note: null } as const;
    await assess(library.ed, slug, sentBack);
    // After an editor's word it is asked for anew, in whatever words.
    await ask(library.bob, "And the end.");
    expect(await told()).toEqual([...words, ["Bob", "And the end."]]);
    expect(await audited()).toBe(4);
    expect(await library.stored(slug)).toMatchObject({ state: "waiting", waitingNumber: 1 });
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

  test("that are said twice are said once, unless they say more or were asked for anew", async () => {
    const { slug, revision } = await library.waiting();
    const yes = { revision, assessment: "approved", note: "Well told." } as const;
    const no = { revision, assessment: "sent-back", note: "Say who noticed." } as const;
    const { documentId } = await library.stored(slug);
    const said = async () =>
      (await assessmentsOf(documentId)).map(({ by, assessment, note }) => [by, assessment, note]);
    const twice = async (word: typeof yes | typeof no, by = library.ed) =>
      Promise.all([assess(by, slug, word), assess(by, slug, word)]);
    const done = { kind: "assessed" };
    expect(await twice(yes)).toEqual([done, done]);
    expect(await assess(library.ed, slug, { ...yes, note: null })).toEqual(done);
    expect(await said()).toEqual([["Ed", "approved", "Well told."]]);
    await assess(library.ed, slug, { ...yes, note: "And short." });
    await assess(library.eda, slug, yes);
    expect(await said()).toHaveLength(3);
    expect(await twice(no)).toEqual([done, done]);
    expect(await said()).toHaveLength(4);
    const before = (await auditLog(1, "sent back")).length;
    await library.asked(slug);
    await assess(library.ed, slug, no);
    expect(await said()).toHaveLength(5);
    expect(await auditLog(1, "sent back")).toHaveLength(before + 1);
  });

  test("publish once what is published twice at once", async () => {
    const { slug, revision } = await library.waiting();
    await library.approved(slug, revision);
    const asked = { revision, as: "shown-once" };
    const both = [
      publish(library.ed, slug, asked, library.renderer),
      publish(library.ed, slug, asked, library.renderer),
    ];
    const shown = { kind: "published", slug: "shown-once" };
    expect(await Promise.all(both)).toEqual([shown, shown]);
    const told = (await auditLog(1, "published")).filter(
      ({ thing }) => thing === "incident:shown-once",
    );
    expect(told).toHaveLength(1);
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
    await library.saved(own, whole, "", library.ed);
    const mine = { ...yes, revision: await library.asked(own, library.ed) };
    expect(await assess(library.ed, own, mine)).toEqual({ kind: "not allowed" });
    expect(await assess(library.eda, own, mine)).toEqual({ kind: "assessed" });
  });

  test("refuse a slug that is taken or none, and names that nothing answers to", async () => {
    const { slug, revision } = await library.waiting();
    await library.approved(slug, revision);
    for (const [as, kind] of [
      ["old-one", "slug taken"],
      ["dns-failure", "slug taken"],
      ["draft-abcdefgh", "no slug"],
      ["../x", "no slug"],
    ] as const) {
      expect(await publish(library.ed, slug, { revision, as }, library.renderer)).toEqual({ kind });
    }
    const other = await library.begun();
    const unknown = { ...whole, organization: ["ACME"] };
    const misnamed = await library.saved(other, unknown, "See [[nowhere]].");
    expect(await askForApproval(library.ann, other, misnamed)).toMatchObject({
      faults: [expect.stringContaining("“ACME” is called Acme here")],
    });
    await library.saved(other, whole, "See [[nowhere]].");
    const outcome = await library.publishedAs(other, "other");
    expect(outcome.kind === "faulty" && outcome.faults.join("\n")).toMatch(/nowhere/);
    expect(await findIncident("other")).toBeNull();
  });

  test("lead from the slugs that a document says it had, unless they mean something else", async () => {
    const attempt = async (as: string, formerly: string[]) => {
      const slug = await library.begun();
      await library.saved(slug, { ...whole, formerly });
      return library.publishedAs(slug, as);
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
    const revision = await library.asked(slug);
    expect((await library.stored(slug)).state).toBe("published");
    await library.approved(slug, revision);
    const outcome = await publish(library.ed, slug, { revision, as: null }, library.renderer);
    expect(outcome).toEqual({ kind: "published", slug });
    expect((await findIncident(slug))?.record.title).toBe("Second title");
  });
});
