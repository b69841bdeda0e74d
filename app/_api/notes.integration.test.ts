import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { POST as answer } from "#app/api/notes/[id]/answers/route";
import { POST as close } from "#app/api/notes/[id]/closings/route";
import { POST as credit } from "#app/api/notes/[id]/credits/route";
import { POST as send } from "#app/api/notes/route";
import { freshDatabase } from "#server/testing/fresh-database";
import { authoredLibrary, whole } from "#knowledge/library/testing/authored-library";
import { merge, publish, withdraw } from "#knowledge/library/publishing";
import { visitor, type Member } from "#knowledge/people/actor";
import { auditLog } from "#knowledge/people/audit.store";
import { forget } from "#knowledge/people/limit.store";
import { askForApproval, assess } from "#knowledge/review/approval";
import { notesOn, openNotes } from "#knowledge/review/note.store";
import { findReceipt, NewNote } from "#knowledge/review/notes";
import { saveDocument, storedDocument } from "#knowledge/review/save";
import { hostileTexts } from "#knowledge/text/hostile.corpus";

import { browserOf, flashOf, form, json, settleSite } from "./testing/browser";

let library: Awaited<ReturnType<typeof authoredLibrary>>;
let editor = "";
let author = "";
let reader = "";

beforeAll(async () => {
  library = await authoredLibrary(await freshDatabase());
  settleSite();
  editor = await browserOf(library.ed);
  author = await browserOf(library.ann);
  reader = await browserOf(library.eve);
});
afterAll(() => library.drop());
beforeEach(() => forget("notes from", "unknown"));

const at = (id: number) => ({ params: Promise.resolve({ id: String(id) }) });

/** Sends a note as a form does; gives its receipt's token. */
async function sent(fields: Record<string, string>, cookie?: string): Promise<string> {
  const answered = await send(form({ incident: "old-one", ...fields }, { cookie }));
  expect(answered.headers.get("location")).toBe(`/incidents/${fields.incident ?? "old-one"}`);
  const receipt = String(Object(flashOf(answered).values).receipt);
  expect(receipt).toMatch(/^\/notes\/[\w-]{32}$/);
  return receipt.slice("/notes/".length);
}

async function latestNote() {
  const note = (await openNotes()).at(-1);
  if (!note) throw new Error("no note is open");
  return note;
}

/** A document for members only, as readers see it. */
async function membersOnly(as: string): Promise<string> {
  const slug = await library.begun();
  const version = await library.saved(slug, { ...whole, visibility: "members" });
  const asked = await askForApproval(library.ann, slug, version);
  if (asked.kind !== "asked") throw new Error(asked.kind);
  const { revision } = asked;
  await assess(library.ed, slug, { revision, assessment: "approved", note: null });
  await publish(library.ed, slug, { revision, as }, library.renderer);
  return as;
}

describe("a reader's note", () => {
  test("reaches the editors, and its sender by a link of which only a hash is kept", async () => {
    const token = await sent({
      text: "The flush began at 08:55.\r\nSee the log.",
      url: "https://example.org/log",
      credit: " R. Eader ",
    });
    const note = await latestNote();
    expect(note).toMatchObject({
      text: "The flush began at 08:55.\nSee the log.",
      url: "https://example.org/log",
      credit: "R. Eader",
      slug: "old-one",
      answer: null,
    });
    const receipt = await findReceipt(visitor, token);
    expect(receipt).toMatchObject({ text: note.text, incident: { slug: "old-one" } });
    expect(JSON.stringify(await openNotes())).not.toContain(token);
    expect(await findReceipt(visitor, `${token.slice(1)}A`)).toBeNull();
    const [entry] = await auditLog(1, "note sent");
    expect(entry).toMatchObject({
      actorName: null,
      thing: "incident:old-one",
      note: { note: note.id },
    });
    expect(JSON.stringify(entry)).not.toContain("flush");
  });

  test("is refused in words without a text, with one too long, or an address that is none", async () => {
    const before = (await openNotes()).length;
    for (const [fields, why] of [
      [{ text: " \n" }, /Write what is wrong/],
      [{ text: "a".repeat(4_001) }, /at most 4000 characters.*Go back one page/],
      [{ text: "a", url: "javascript:alert(1)" }, /url: expected an address/],
      [{ text: "a", credit: "b".repeat(121) }, /credit: expected at most 120/],
      [{ text: "turned \u202e around" }, /visible text/],
    ] as const) {
      const answered = await send(form({ incident: "old-one", ...fields }));
      expect(answered.status).toBe(303);
      const flash = flashOf(answered);
      expect(flash.fault).toMatch(why);
      const tooLong = fields.text.length > 1_000;
      expect(flash.values).toMatchObject(tooLong ? {} : fields);
      const cookie = answered.headers.getSetCookie().join("");
      expect(cookie.length).toBeLessThan(4_000);
    }
    expect((await openNotes()).length).toBe(before);
  });

  test("is taken with any hostile text, as text", async () => {
    for (const text of Object.values(hostileTexts).flat().slice(0, 8)) {
      const answered = await send(json({ incident: "old-one", text }));
      const written = text.replaceAll("\r\n", "\n").trim();
      const isTaken = NewNote.shape.text.safeParse(written).success;
      expect(answered.status).toBe(isTaken ? 200 : 422);
      const kept = (await openNotes()).filter((note) => note.text === written);
      expect(kept).toHaveLength(isTaken ? 1 : 0);
    }
  });

  test("comes from a page of this site, ten times an hour from one place", async () => {
    const foreign = { headers: { origin: "https://elsewhere.example" } };
    const body = { incident: "old-one", text: "One of many." };
    expect((await send(json(body, foreign))).status).toBe(403);
    for (let count = 0; count < 10; count += 1) {
      expect((await send(json(body))).status).toBe(200);
    }
    const over = await send(form(body));
    expect(flashOf(over)).toMatchObject({
      fault: expect.stringContaining("many notes"),
      values: { text: "One of many." },
    });
    expect((await send(json(body))).headers.get("retry-after")).toMatch(/^\d+$/);
  });

  test("on what its sender may not read is refused as on what is not there", async () => {
    const draft = await library.begun();
    const hidden = await membersOnly("members-noted");
    for (const incident of [draft, hidden, "no-such-incident"]) {
      const answered = await send(json({ incident, text: "Hello?" }));
      expect(answered.status).toBe(404);
      expect(await answered.json()).toMatchObject({ detail: "There is no incident of this name." });
    }
    const token = await sent({ incident: hidden, text: "Members know." }, reader);
    expect(await findReceipt(visitor, token)).toBeNull();
    expect(await findReceipt(library.eve, token)).toMatchObject({ incident: { slug: hidden } });
  });

  test("stays with its receipt, without the name, when its page is taken from readers", async () => {
    const slug = await library.published("noted-unpublished");
    const token = await sent({ incident: slug, text: "Keep this." });
    await withdraw(library.ed, slug, "unpublish");
    expect(await findReceipt(visitor, token)).toMatchObject({ text: "Keep this.", incident: null });
    expect((await send(json({ incident: slug, text: "Again." }))).status).toBe(404);
  });

  test("goes along when its document becomes part of another", async () => {
    const slug = await library.published("noted-merged");
    const token = await sent({ incident: slug, text: "Goes along." });
    await merge(library.ed, slug, "old-one");
    expect(await findReceipt(visitor, token)).toMatchObject({ incident: { slug: "old-one" } });
  });
});

describe("an editor", () => {
  test("answers a note, which its sender reads on the receipt", async () => {
    const token = await sent({ text: "Who noticed?" });
    const { id } = await latestNote();
    const kept = await answer(
      form({ answer: "A monitor.", closes: "no" }, { cookie: editor }),
      at(id),
    );
    expect(kept.headers.get("location")).toBe("/reviews");
    expect(await findReceipt(visitor, token)).toMatchObject({
      answer: "A monitor.",
      closedAt: null,
    });
    const fields = { answer: "A monitor, at 09:02.", review: "old-one" };
    const closed = await answer(form(fields, { cookie: editor }), at(id));
    expect(closed.headers.get("location")).toBe("/write/old-one");
    const receipt = await findReceipt(visitor, token);
    expect(receipt).toMatchObject({ answer: "A monitor, at 09:02.", hasLed: false });
    expect(receipt?.closedAt).not.toBeNull();
    expect(JSON.stringify(receipt)).not.toContain("Ed");
    const [entry] = await auditLog(1, "note answered");
    expect(entry).toMatchObject({ actorName: "Ed", note: { note: id } });
    expect(JSON.stringify(entry)).not.toContain("monitor");
  });

  test("closes a note once", async () => {
    await sent({ text: "Nothing to do." });
    const { id } = await latestNote();
    expect((await close(json({}, { cookie: editor }), at(id))).status).toBe(200);
    const again = await close(json({}, { cookie: editor }), at(id));
    expect(again.status).toBe(409);
    expect((await close(json({}, { cookie: editor }), at(999_999))).status).toBe(404);
  });

  test("alone answers: not readers, authors or visitors", async () => {
    await sent({ text: "For editors." });
    const { id } = await latestNote();
    for (const [cookie, status] of [
      [undefined, 401],
      [reader, 403],
      [author, 403],
    ] as const) {
      const who = cookie === undefined ? {} : { cookie };
      expect((await answer(json({ answer: "No." }, who), at(id))).status).toBe(status);
      expect((await close(json({}, who), at(id))).status).toBe(status);
      expect((await credit(json({ version: 1, about: "x" }, who), at(id))).status).toBe(status);
    }
    expect((await latestNote()).answer).toBeNull();
  });
});

describe("a note that led to a change", () => {
  const asEditor = (id: number, body: object) => credit(json(body, { cookie: editor }), at(id));

  async function sourcesOf(slug: string) {
    return storedDocument((await library.stored(slug)).latest.source).record.sources;
  }

  test("puts the name as it was signed among the draft's sources, by a save", async () => {
    const slug = await library.published("credited");
    const before = await library.stored(slug);
    const token = await sent({ incident: slug, text: "It was 08:55.", credit: "R. Eader-Óg" });
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
      seen: "full",
    });
    const after = await library.stored(slug);
    expect(after.version).toBe(before.version + 1);
    expect(after.latest).toMatchObject({
      number: before.latest.number + 1,
      savedBy: { name: "Ed" },
      isSealed: false,
    });
    expect(await findReceipt(visitor, token)).toMatchObject({ hasLed: true });
    expect((await notesOn(after.documentId))[0]).toMatchObject({ id, hasLed: true });
    expect((await asEditor(id, { version: after.version, about: "again" })).status).toBe(409);
    // Who credits it has written, and has somebody else approve it.
    await askAndPublish(slug, library.ann);
  });

  async function askAndPublish(slug: string, by: Member) {
    const asked = await askForApproval(by, slug, (await library.stored(slug)).version);
    if (asked.kind !== "asked") throw new Error(JSON.stringify(asked));
    const { revision } = asked;
    const approved = await assess(library.eda, slug, {
      revision,
      assessment: "approved",
      note: null,
    });
    expect(approved).toEqual({ kind: "assessed" });
    const outcome = await publish(library.ed, slug, { revision, as: null }, library.renderer);
    expect(outcome).toMatchObject({ kind: "published" });
  }

  test("takes the address that was given, and another id for a second one", async () => {
    const url = "https://example.org/graph";
    await library.published("credited-twice");
    for (const name of ["One", "Two"]) {
      await sent({ incident: "credited-twice", text: "See there.", credit: name, url });
      const { id, version } = await latestNote();
      expect((await asEditor(id, { version, about: `graph ${name}` })).status).toBe(200);
    }
    expect((await sourcesOf("credited-twice")).slice(-2)).toMatchObject([
      { id: "readers-note", url, kind: "analysis", author: "One" },
      { id: "readers-note-2", url, kind: "analysis", author: "Two" },
    ]);
  });

  test("is not credited where somebody has saved since; the note stays open", async () => {
    const slug = await library.published("credited-late");
    await sent({ incident: slug, text: "Late.", credit: "L. Ate" });
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
    await sent({ text: "Unsigned." });
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
    await sent({ incident: slug, text: "Hm.", credit: "H" });
    const note = await latestNote();
    expect((await asEditor(note.id, { version: note.version, about: "x" })).status).toBe(200);
    expect((await library.stored(slug)).unfinished).toEqual(unfinished);
  });
});
