import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { historyOf } from "#app/(reader)/incidents/[slug]/history/_history/history-of";
import { GET as markdown } from "#app/(reader)/incidents/[slug]/history/[number]/markdown/route";
import { GET as revisionJson } from "#app/(reader)/incidents/[slug]/history/[number]/json/route";
import { POST as name } from "#app/api/reviews/[slug]/revisions/[number]/route";
import { POST as restore } from "#app/api/reviews/[slug]/revisions/[number]/restorations/route";
import { freshDatabase } from "#server/testing/fresh-database";
import { whole } from "#knowledge/library/testing/authored-library";
import { publish, withdraw } from "#knowledge/library/publishing";
import { visitor, type Member } from "#knowledge/people/actor";
import { auditLog } from "#knowledge/people/audit.store";
import { assess } from "#knowledge/review/approval";
import { publishedIds } from "#knowledge/review/history.store";
import { inTransaction, storeSave } from "#knowledge/review/review.store";
import { share } from "#knowledge/review/share";
import { saveDocument, storedDocument } from "#knowledge/review/save";

import { authoredSite } from "./testing/authored-site";
import { flashOf, form, json, read } from "./testing/browser";

let library: Awaited<ReturnType<typeof authoredSite>>;

beforeAll(async () => {
  library = await authoredSite(await freshDatabase());
});
afterAll(() => library.drop());

const cookieOf = (member: Member) => library.cookieOf(member);

const at = (slug: string, number: number) => ({
  params: Promise.resolve({ slug, number: String(number) }),
});

/** A draft with three revisions: Ann's, Bob's, Ann's. */
async function threeRevisions(): Promise<string> {
  const slug = await library.begun();
  await share(library.ann, slug, library.bob.id);
  await library.saved(slug, { title: "First" }, "One.\n");
  await library.saved(slug, { title: "Second" }, "Two.\n", library.bob);
  await library.saved(slug, { title: "Third" }, "Three.\n");
  return slug;
}

async function markdownOf(slug: string, number: number, cookie?: string) {
  const answer = await markdown(read(cookie), at(slug, number));
  return { status: answer.status, text: await answer.text() };
}

describe("the history of a draft", () => {
  test("is its authors' and editors', with who saved what; to all others there is none", async () => {
    const slug = await threeRevisions();
    for (const actor of [library.ann, library.bob, library.ed, library.eda]) {
      const history = await historyOf(slug, actor);
      if (history.kind !== "own") throw new Error(history.kind);
      expect(history.revisions.map(({ number, savedBy }) => [number, savedBy])).toEqual([
        [3, "Ann"],
        [2, "Bob"],
        [1, "Ann"],
      ]);
      expect(history).toMatchObject({ title: "Third", version: 4, mayEdit: true });
    }
    for (const actor of [library.eve, visitor]) {
      expect(await historyOf(slug, actor)).toEqual({ kind: "nowhere" });
    }
  });

  test("has each revision as JSON too, and notes who took what readers never saw", async () => {
    const slug = await threeRevisions();
    const taken = async (act: typeof markdown, cookie?: string) =>
      (await act(read(cookie), at(slug, 2))).status;
    const before = (await auditLog(1, "exported")).length;
    expect(await taken(revisionJson)).toBe(404);
    expect(await taken(revisionJson, cookieOf(library.eve))).toBe(404);
    expect(await auditLog(1, "exported")).toHaveLength(before);
    const answer = await revisionJson(read(cookieOf(library.ann)), at(slug, 2));
    expect(await answer.json()).toMatchObject({ slug, title: "Second", story: "Two.\n" });
    expect(await taken(markdown, cookieOf(library.bob))).toBe(200);
    const thing = `incident:${slug}`;
    expect((await auditLog(1, "exported")).slice(0, 2)).toMatchObject([
      { actorName: "Bob", thing, note: { revision: 2, form: "Markdown" } },
      { actorName: "Ann", thing, note: { revision: 2, form: "JSON" } },
    ]);
  });

  test("has a Markdown file for each revision, for the same people", async () => {
    const slug = await threeRevisions();
    const second = await markdownOf(slug, 2, cookieOf(library.ann));
    expect(second.status).toBe(200);
    expect(second.text).toContain("title: Second");
    expect(second.text).toContain("Two.");
    expect((await markdownOf(slug, 4, cookieOf(library.ann))).status).toBe(404);
    for (const cookie of [undefined, cookieOf(library.eve), "hindsight=forged"]) {
      const answer = await markdownOf(slug, 2, cookie);
      expect(answer.status).toBe(404);
      expect(answer.text).not.toContain("Second");
    }
  });
});

describe("the history of what is published", () => {
  test("shows readers what they saw, and authors everything, with what editors said", async () => {
    const { slug: draft, revision } = await library.waiting();
    const approval = { revision, assessment: "approved", note: "Well told." } as const;
    await assess(library.ed, draft, approval);
    const slug = await library.published("history-published");
    await library.saved(slug, { ...whole, title: "Not for readers yet" });
    const seen = await historyOf(slug, visitor);
    if (seen.kind !== "published") throw new Error(seen.kind);
    expect(seen.revisions).toHaveLength(1);
    expect(JSON.stringify(seen)).not.toContain("Ann");
    expect(await historyOf(slug, library.eve)).toEqual(seen);
    const own = await historyOf(slug, library.ann);
    if (own.kind !== "own") throw new Error(own.kind);
    expect(own.revisions.map(({ isCurrent }) => isCurrent)).toEqual([false, true]);
    const assessed = await historyOf(draft, library.ann);
    expect(assessed.kind === "own" && assessed.revisions[0]?.assessments).toMatchObject([
      { by: "Ed", assessment: "approved", note: "Well told." },
    ]);
    const [latest = 0] = own.revisions.map(({ number }) => number);
    expect((await markdownOf(slug, latest)).status).toBe(404);
    const exports = (await auditLog(1, "exported")).length;
    expect((await markdownOf(slug, latest - 1)).status).toBe(200);
    expect((await markdownOf(slug, latest - 1, cookieOf(library.ann))).status).toBe(200);
    expect(await auditLog(1, "exported")).toHaveLength(exports);
    expect((await markdownOf(slug, latest, cookieOf(library.ann))).text).toContain("Not for");
  });

  test("leads on from the address that the draft had, and is gone when it is unpublished", async () => {
    const { slug: draft, revision } = await library.waiting();
    await library.approved(draft, revision);
    expect(await historyOf(draft, visitor)).toEqual({ kind: "nowhere" });
    const slug = "history-moved";
    await publish(library.ed, draft, { revision, as: slug }, library.renderer);
    for (const actor of [visitor, library.ann]) {
      expect(await historyOf(draft, actor)).toEqual({ kind: "moved", slug });
    }
    const moved = await markdown(read(), at(draft, 1));
    expect(moved.headers.get("location")).toBe(`/incidents/${slug}/history/1.md`);
    await withdraw(library.ed, slug, "unpublish");
    expect(await historyOf(slug, visitor)).toEqual({ kind: "nowhere" });
    expect(await historyOf(slug, library.ann)).toMatchObject({ kind: "own" });
  });
});

describe("restoring", () => {
  test("loses nothing that cannot be read yet: it is refused until that is mended", async () => {
    const slug = await threeRevisions();
    const { version, latest } = await library.stored(slug);
    const document = storedDocument(latest.source);
    const unfinished = { started: "around lunch" };
    const save = await saveDocument(library.ann, slug, { version, document, unfinished });
    if (save.kind !== "saved") throw new Error(save.kind);
    const asks = { cookie: cookieOf(library.ann) };
    const answer = await restore(json({ version: save.version }, asks), at(slug, 1));
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain("typed in one place cannot be read yet");
    expect((await library.stored(slug)).unfinished).toEqual(unfinished);
    expect((await library.stored(slug)).version).toBe(save.version);
  });

  test("asks for nothing to be mended in a row that is not there any more", async () => {
    const slug = await threeRevisions();
    const { documentId, version, latest } = await library.stored(slug);
    const { record } = storedDocument(latest.source);
    const unfinished = { "timeline.gone.at": "tbd" };
    await inTransaction((connection) =>
      storeSave(documentId, { version, savedById: library.ann.id, record, unfinished }, connection),
    );
    const answer = await restore(json({ version }, { cookie: cookieOf(library.ann) }), at(slug, 1));
    expect(answer.status).toBe(200);
  });

  test("makes a new sealed revision with the old text, and keeps all between", async () => {
    const slug = await threeRevisions();
    const answer = await restore(
      form({ version: "4" }, { cookie: cookieOf(library.bob) }),
      at(slug, 1),
    );
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(`/incidents/${slug}/history/4`);
    expect(flashOf(answer)).toMatchObject({ said: expect.stringContaining("Revision 4 says") });
    const { latest, version, title } = await library.stored(slug);
    expect({ version, title }).toEqual({ version: 5, title: "First" });
    expect(latest).toMatchObject({ number: 4, isSealed: true, savedBy: { name: "Bob" } });
    expect(storedDocument(latest.source).story).toBe("One.\n");
    const history = await historyOf(slug, library.ann);
    expect(history.kind === "own" && history.revisions[0]?.restoredFrom).toBe(1);
    expect((await auditLog(1, "restored"))[0]).toMatchObject({
      actorName: "Bob",
      thing: `incident:${slug}`,
      note: { from: 1, revision: 4 },
    });
    await library.saved(slug, { title: "Fifth" }, "", library.bob);
    expect((await library.stored(slug)).latest.number).toBe(5);
  });

  test("is refused in words where somebody has saved since, or nothing would change", async () => {
    const slug = await threeRevisions();
    const send = (version: number, number: number) =>
      restore(json({ version }, { cookie: cookieOf(library.ann) }), at(slug, number));
    const stale = await send(3, 1);
    expect(stale.status).toBe(409);
    expect(await stale.json()).toMatchObject({
      detail: expect.stringContaining("has saved since"),
    });
    expect((await send(4, 3)).status).toBe(409);
    expect((await send(4, 9)).status).toBe(404);
    expect((await library.stored(slug)).version).toBe(4);
  });

  test("is not for readers, visitors, other authors, nor from another site", async () => {
    const slug = await library.begun();
    await library.saved(slug, { title: "A" });
    await library.saved(slug, { title: "B" }, "", library.ed);
    const body = { version: 3 };
    for (const [cookie, status] of [
      [undefined, 401],
      [cookieOf(library.eve), 404],
      [cookieOf(library.bob), 404],
    ] as const) {
      expect((await restore(json(body, { cookie }), at(slug, 1))).status).toBe(status);
    }
    const foreign = {
      cookie: cookieOf(library.ann),
      headers: { origin: "https://elsewhere.example" },
    };
    expect((await restore(json(body, foreign), at(slug, 1))).status).toBe(403);
    expect((await library.stored(slug)).version).toBe(3);
    expect((await auditLog(1, "refused"))[0]?.note).toMatchObject({
      why: "not from a page of this site",
    });
  });
});

test("the ids that readers know are those of every publication and what waits, and of no draft", async () => {
  const { record } = await storedRecord(await library.published("known-ids"));
  const [factor] = record.factors;
  await library.saved("known-ids", {
    ...whole,
    factors: [
      { ...factor, id: "second" },
      { ...factor, id: "third" },
    ],
  });
  const { documentId } = await library.stored("known-ids");
  expect((await publishedIds(documentId)).toSorted()).toEqual(["flush", "log"]);
  await library.asked("known-ids");
  expect(await publishedIds(documentId)).toContain("second");
  const outcome = await library.publishedAs("known-ids", null);
  expect(outcome.kind).toBe("published");
  expect((await publishedIds(documentId)).toSorted()).toEqual(["flush", "log", "second", "third"]);
});

async function storedRecord(slug: string) {
  return storedDocument((await library.stored(slug)).latest.source);
}

describe("naming a revision", () => {
  test("seals it, so that the next save opens another", async () => {
    const slug = await library.begun();
    await library.saved(slug, { title: "A" });
    const note = "Before we\r\ntalked.";
    const sent = form({ name: " As told ", note }, { cookie: cookieOf(library.ann) });
    const answer = await name(sent, at(slug, 1));
    expect(answer.headers.get("location")).toBe(`/incidents/${slug}/history/1`);
    const history = await historyOf(slug, library.ann);
    expect(history.kind === "own" && history.revisions[0]).toMatchObject({
      name: "As told",
      note: "Before we\ntalked.",
    });
    await library.saved(slug, { title: "B" });
    expect((await library.stored(slug)).latest.number).toBe(2);
  });

  test("refuses a name that hides characters or is too long, and another's draft", async () => {
    const slug = await library.begun();
    const cookie = cookieOf(library.ann);
    for (const bad of ["a\u202eb", "a".repeat(81), "two\nlines"]) {
      const answer = await name(json({ name: bad }, { cookie }), at(slug, 1));
      expect(answer.status).toBe(422);
    }
    const other = await name(json({ name: "x" }, { cookie: cookieOf(library.bob) }), at(slug, 1));
    expect(other.status).toBe(404);
    const history = await historyOf(slug, library.ann);
    expect(history.kind === "own" && history.revisions[0]?.name).toBeNull();
  });
});
