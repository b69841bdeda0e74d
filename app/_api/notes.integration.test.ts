import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

import { POST as answer } from "#app/api/notes/[id]/answers/route";
import { POST as close } from "#app/api/notes/[id]/closings/route";
import { POST as credit } from "#app/api/notes/[id]/credits/route";
import { POST as send } from "#app/api/notes/route";
import { freshDatabase } from "#server/testing/fresh-database";
import { whole } from "#knowledge/library/testing/authored-library";
import { merge, withdraw } from "#knowledge/library/publishing";
import { visitor } from "#knowledge/people/actor";
import { auditLog } from "#knowledge/people/audit.store";
import { forget } from "#knowledge/people/limit.store";
import { openNotes } from "#knowledge/review/note.store";
import { findReceipt } from "#knowledge/review/notes";
import { NewNote } from "#knowledge/review/send-note";
import { hostileTexts } from "#knowledge/text/hostile.corpus";

import { authoredSite } from "./testing/authored-site";
import { flashOf, form, json } from "./testing/browser";
import { latestNote, sentNote } from "./testing/notes";

let library: Awaited<ReturnType<typeof authoredSite>>;
let editor = "";
let author = "";
let reader = "";

beforeAll(async () => {
  library = await authoredSite(await freshDatabase());
  editor = library.cookieOf(library.ed);
  author = library.cookieOf(library.ann);
  reader = library.cookieOf(library.eve);
});
afterAll(() => library.drop());
beforeEach(() => forget("notes from", "unknown"));

const at = (id: number) => ({ params: Promise.resolve({ id: String(id) }) });

/** A document for members only, as readers see it. */
async function membersOnly(as: string): Promise<string> {
  const slug = await library.begun();
  await library.saved(slug, { ...whole, visibility: "members" });
  await library.publishedAs(slug, as);
  return as;
}

describe("a reader's note", () => {
  test("reaches the editors, and its sender by a link of which only a hash is kept", async () => {
    const token = await sentNote({
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

  test("that is sent twice within a minute is one note, with one receipt", async () => {
    const fields = { text: "Pressed twice.", credit: "P. Ress" };
    const before = (await openNotes()).length;
    const [first, second] = await Promise.all([sentNote(fields), sentNote(fields)]);
    expect(second).toBe(first);
    expect((await openNotes()).length).toBe(before + 1);
    expect(await findReceipt(visitor, first)).toMatchObject({ text: "Pressed twice." });
    const note = { note: (await latestNote()).id };
    const told = (await auditLog(1, "note sent")).filter((entry) => entry.note?.note === note.note);
    expect(told).toHaveLength(1);
    for (const other of [
      await sentNote({ ...fields, text: "Pressed again." }),
      await sentNote({ ...fields, credit: "Q. Ress" }),
      await sentNote({ ...fields, url: "https://example.org/" }),
      await sentNote(fields, reader),
    ]) {
      expect(other).not.toBe(first);
    }
  });

  test("is another one with the same words when two minutes have passed", async () => {
    const fields = { text: "Said again later." };
    const first = await sentNote(fields);
    const before = (await openNotes()).length;
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 120_000 });
    const second = await sentNote(fields);
    vi.useRealTimers();
    expect(second).not.toBe(first);
    expect((await openNotes()).length).toBe(before + 1);
  });

  test("on what its sender may not read is refused as on what is not there", async () => {
    const draft = await library.begun();
    const hidden = await membersOnly("members-noted");
    for (const incident of [draft, hidden, "no-such-incident"]) {
      const answered = await send(json({ incident, text: "Hello?" }));
      expect(answered.status).toBe(404);
      expect(await answered.json()).toMatchObject({ detail: "There is no incident of this name." });
    }
    const token = await sentNote({ incident: hidden, text: "Members know." }, reader);
    expect(await findReceipt(visitor, token)).toBeNull();
    expect(await findReceipt(library.eve, token)).toMatchObject({ incident: { slug: hidden } });
  });

  test("stays with its receipt, without the name, when its page is taken from readers", async () => {
    const slug = await library.published("noted-unpublished");
    const token = await sentNote({ incident: slug, text: "Keep this." });
    await withdraw(library.ed, slug, "unpublish");
    expect(await findReceipt(visitor, token)).toMatchObject({ text: "Keep this.", incident: null });
    expect((await send(json({ incident: slug, text: "Again." }))).status).toBe(404);
  });

  test("goes along when its document becomes part of another", async () => {
    const slug = await library.published("noted-merged");
    const token = await sentNote({ incident: slug, text: "Goes along." });
    await merge(library.ed, slug, "old-one");
    expect(await findReceipt(visitor, token)).toMatchObject({ incident: { slug: "old-one" } });
  });
});

describe("an editor", () => {
  test("answers a note, which its sender reads on the receipt", async () => {
    const token = await sentNote({ text: "Who noticed?" });
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
    await sentNote({ text: "Nothing to do." });
    const { id } = await latestNote();
    expect((await close(json({}, { cookie: editor }), at(id))).status).toBe(200);
    const again = await close(json({}, { cookie: editor }), at(id));
    expect(again.status).toBe(409);
    expect((await close(json({}, { cookie: editor }), at(999_999))).status).toBe(404);
  });

  test("alone answers: not readers, authors or visitors", async () => {
    await sentNote({ text: "For editors." });
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
