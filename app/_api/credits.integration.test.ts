import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { POST as close } from "#app/api/notes/[id]/closings/route";
import { POST as credit } from "#app/api/notes/[id]/credits/route";
import { freshDatabase } from "#server/testing/fresh-database";
import { whole } from "#knowledge/library/testing/authored-library";
import { merge, publish, withdraw } from "#knowledge/library/publishing";
import { visitor } from "#knowledge/people/actor";
import { auditLog } from "#knowledge/people/audit.store";
import { forget } from "#knowledge/people/limit.store";
import { notesOn } from "#knowledge/review/note.store";
import { findReceipt } from "#knowledge/review/notes";
import { saveDocument, storedDocument } from "#knowledge/review/save";

import { authoredSite } from "./testing/authored-site";
import { json } from "./testing/browser";
import { latestNote, sentNote } from "./testing/notes";

let library: Awaited<ReturnType<typeof authoredSite>>;

beforeAll(async () => {
  library = await authoredSite(await freshDatabase());
});
afterAll(() => library.drop());
beforeEach(() => forget("notes from", "unknown"));

const at = (id: number) => ({ params: Promise.resolve({ id: String(id) }) });

describe("a note that led to a change", () => {
  const asEditor = (id: number, body: object) =>
    credit(json(body, { cookie: library.cookieOf(library.ed) }), at(id));

  const reopened = async (id: number) =>
    close(json({ closed: "no" }, { cookie: library.cookieOf(library.ed) }), at(id));

  /** Credits a note that was sent now on a document, as it stands; gives the note and its receipt. */
  async function credited(slug: string, name: string | null) {
    const fields = {
      incident: slug,
      text: "See there.",
      ...(name === null ? {} : { credit: name }),
    };
    const token = await sentNote(fields);
    const { id, version } = await latestNote();
    expect((await asEditor(id, { version, about: "x" })).status).toBe(200);
    return { id, receipt: async () => findReceipt(visitor, token) };
  }

  async function shown(slug: string, revision: number) {
    const outcome = await publish(library.ed, slug, { revision, as: null }, library.renderer);
    expect(outcome).toMatchObject({ kind: "published" });
  }

  async function sourcesOf(slug: string) {
    return storedDocument((await library.stored(slug)).latest.source).record.sources;
  }

  test("puts the name as it was signed among the draft's sources, by a save", async () => {
    const slug = await library.published("credited");
    const before = await library.stored(slug);
    const token = await sentNote({ incident: slug, text: "It was 08:55.", credit: "R. Eader-Óg" });
    const { id } = await latestNote();
    const answered = await asEditor(id, { version: before.version, about: "when it began" });
    expect(answered.status).toBe(200);
    const day = new Date().toISOString().slice(0, 10);
    expect((await sourcesOf(slug)).at(-1)).toEqual({
      id: "readers-note",
      title: "A reader's note: when it began",
      author: "R. Eader-Óg",
      published: day,
      kind: "document",
    });
    const after = await library.stored(slug);
    expect(after.version).toBe(before.version + 1);
    expect(after.latest).toMatchObject({
      number: before.latest.number + 1,
      savedBy: { name: "Ed" },
      isSealed: false,
    });
    expect(await findReceipt(visitor, token)).toMatchObject({ hasLed: true, shownAt: null });
    expect((await notesOn(after.documentId))[0]).toMatchObject({ id, hasLed: true });
    expect((await asEditor(id, { version: after.version, about: "again" })).status).toBe(409);
    // Who credits it has written, and has somebody else approve it.
    const revision = await library.asked(slug);
    await library.approved(slug, revision, library.eda);
    const outcome = await publish(library.ed, slug, { revision, as: null }, library.renderer);
    expect(outcome).toMatchObject({ kind: "published" });
    expect((await findReceipt(visitor, token))?.shownAt).toBeInstanceOf(Date);
  });

  test("is opened again where that was a mistake", async () => {
    const token = await sentNote({ text: "Is it so?" });
    const { id, version } = await latestNote();
    await asEditor(id, { version, about: "not signed" });
    await close(json({ closed: "no" }, { cookie: library.cookieOf(library.ed) }), at(id));
    expect(await findReceipt(visitor, token)).toMatchObject({ hasLed: false, closedAt: null });
    expect(await auditLog(1, "note opened again")).toHaveLength(1);
  });

  test("takes the address that was given, and another id for a second one", async () => {
    const url = "https://example.org/graph";
    await library.published("credited-twice");
    for (const name of ["One", "Two"]) {
      await sentNote({ incident: "credited-twice", text: "See there.", credit: name, url });
      const { id, version } = await latestNote();
      expect((await asEditor(id, { version, about: `graph ${name}` })).status).toBe(200);
    }
    const sources = (await sourcesOf("credited-twice")).slice(-2);
    expect(sources).toMatchObject([
      { id: "readers-note", url, author: "One" },
      { id: "readers-note-2", url, author: "Two" },
    ]);
    // Nobody said yet what lies there, or how far it was read.
    for (const source of sources) {
      expect(source).not.toHaveProperty("kind");
      expect(source).not.toHaveProperty("seen");
    }
  });

  test("is shown by a publication that has the credit, and its name while readers see it", async () => {
    const slug = await library.published("credited-in-the-next");
    const { receipt } = await credited(slug, "N. Ext");
    const next = (await library.stored(slug)).latest.number;
    await withdraw(library.ed, slug, "archive");
    await shown(slug, next - 1);
    expect(await receipt()).toMatchObject({ shownAt: null, isNamed: false });
    await library.approved(slug, await library.asked(slug), library.eda);
    await shown(slug, next);
    const first = await receipt();
    expect(first).toMatchObject({ shownAt: expect.any(Date), isNamed: true });
    const { record } = storedDocument((await library.stored(slug)).latest.source);
    const otherwise = record.sources.map((one) => ({ ...one, author: "Somebody" }));
    await library.saved(slug, { ...record, sources: otherwise });
    await library.publishedAs(slug, null);
    expect(await receipt()).toMatchObject({ shownAt: first?.shownAt, isNamed: false });
    await library.saved(slug, whole);
    await library.publishedAs(slug, null);
    expect(await receipt()).toMatchObject({ shownAt: first?.shownAt, isNamed: false });
  });

  test("stays shown when its document becomes part of another, where no source has the name", async () => {
    const [slug, into] = [
      await library.published("credited-merged"),
      await library.published("credited-elsewhere"),
    ];
    const { receipt } = await credited(slug, "M. Erged");
    await credited(into, "M. Erged");
    for (const one of [slug, into]) {
      const revision = await library.asked(one);
      await library.approved(one, revision, library.eda);
      await shown(one, revision);
    }
    const first = await receipt();
    expect(first).toMatchObject({ isNamed: true });
    expect(await merge(library.ed, slug, into)).toEqual({ kind: "done" });
    expect(await receipt()).toMatchObject({ shownAt: first?.shownAt, isNamed: false });
  });

  test("that nobody signed is shown by another revision than readers had", async () => {
    const slug = await library.published("changed-unsigned");
    const { number } = (await library.stored(slug)).latest;
    const { receipt } = await credited(slug, null);
    await withdraw(library.ed, slug, "archive");
    await shown(slug, number);
    expect(await receipt()).toMatchObject({ shownAt: null });
    await library.saved(slug, { ...whole, title: "Changed" });
    await library.publishedAs(slug, null);
    expect(await receipt()).toMatchObject({ shownAt: expect.any(Date), isNamed: false });
  });

  test("is credited once, also when it was opened again", async () => {
    const slug = await library.published("credited-once");
    const { id, receipt } = await credited(slug, "O. Nce");
    const before = await library.stored(slug);
    await reopened(id);
    const again = await asEditor(id, { version: before.version, about: "again" });
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({ credited: "before", saved: null });
    expect(await library.stored(slug)).toEqual(before);
    expect(await receipt()).toMatchObject({ hasLed: true, shownAt: null });
  });

  test("whose source was taken out is credited anew, by an id that none had", async () => {
    const slug = await library.published("credited-anew");
    const { id } = await credited(slug, "A. New");
    await library.saved(slug, whole);
    await reopened(id);
    const { version } = await library.stored(slug);
    const again = await asEditor(id, { version, about: "again" });
    expect(await again.json()).toMatchObject({ credited: "now" });
    expect((await sourcesOf(slug)).map((one) => one.id)).toEqual(["log", "readers-note-2"]);
  });

  test("is not credited where somebody has saved since; the note stays open", async () => {
    const slug = await library.published("credited-late");
    await sentNote({ incident: slug, text: "Late.", credit: "L. Ate" });
    const { id, version } = await latestNote();
    await library.saved(slug, { ...whole, title: "Newer" });
    const answered = await asEditor(id, { version, about: "x" });
    expect(answered.status).toBe(409);
    expect(await answered.json()).toMatchObject({ detail: expect.stringContaining("saved since") });
    expect((await sourcesOf(slug)).length).toBe(1);
    expect((await latestNote()).id).toBe(id);
  });

  test("credits nobody where it was not signed", async () => {
    const before = await library.stored("old-one");
    await sentNote({ text: "Unsigned." });
    const { id, version } = await latestNote();
    expect((await asEditor(id, { version, about: "not signed" })).status).toBe(200);
    expect((await library.stored("old-one")).version).toBe(before.version);
    expect((await notesOn(before.documentId)).find((one) => one.id === id)?.hasLed).toBe(true);
  });

  test("keeps what stands in fields that cannot be read yet", async () => {
    const slug = await library.published("credited-unfinished");
    const { version } = await library.stored(slug);
    const unfinished = { "timeline.a.at": "around lunch" };
    await saveDocument(library.ann, slug, {
      version,
      document: { record: whole, story: "" },
      unfinished,
    });
    await sentNote({ incident: slug, text: "Hm.", credit: "H" });
    const note = await latestNote();
    expect((await asEditor(note.id, { version: note.version, about: "x" })).status).toBe(200);
    expect((await library.stored(slug)).unfinished).toEqual(unfinished);
  });
});
