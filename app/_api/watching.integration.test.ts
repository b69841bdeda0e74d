import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { POST as sayWord } from "#app/api/reviews/[slug]/assessments/route";
import { GET as watch } from "#app/api/reviews/[slug]/route";
import { freshDatabase } from "#server/testing/fresh-database";
import { whole } from "#knowledge/library/testing/authored-library";
import type { Member } from "#knowledge/people/actor";
import { auditLog } from "#knowledge/people/audit.store";
import { assess } from "#knowledge/review/approval";

import { authoredSite } from "./testing/authored-site";
import { flashOf, form } from "./testing/browser";

let library: Awaited<ReturnType<typeof authoredSite>>;

beforeAll(async () => {
  library = await authoredSite(await freshDatabase());
});
afterAll(() => library.drop());

async function watched(slug: string, since: string, by?: Member) {
  const headers: HeadersInit = by === undefined ? {} : { cookie: library.cookieOf(by) };
  const request = new Request(`https://site.example/api/reviews/${slug}?since=${since}`, {
    headers,
  });
  const answer = await watch(request, { params: Promise.resolve({ slug }) });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}

describe("how far a review has come", () => {
  test("is told with the text of others only where somebody has saved since", async () => {
    const slug = await library.begun();
    const version = await library.saved(slug, { title: "The flush" }, "Slow.\n", library.ed);
    const latest = await watched(slug, String(version), library.ann);
    const progress = {
      state: "draft",
      waiting: null,
      published: null,
      latest: { revision: 2, by: "Ed" },
      said: null,
    };
    expect(latest.body).toEqual({ progress, others: null, here: [] });
    expect(latest.headers.get("cache-control")).toBe("private, no-store");
    const earlier = await watched(slug, String(version - 1), library.ann);
    expect(earlier.body.others).toMatchObject({
      version,
      savedBy: "Ed",
      isOwn: false,
      document: { record: { title: "The flush" }, story: "Slow.\n" },
    });
  });

  test("goes on with what editors do", async () => {
    const { slug, revision } = await library.waiting();
    const version = (await library.stored(slug)).version;
    const said = async () => (await watched(slug, String(version), library.ann)).body.progress;
    expect(await said()).toEqual({
      state: "waiting",
      waiting: { revision, isApproved: false },
      published: null,
      latest: { revision, by: "Ann" },
      said: null,
    });
    const sentBack = { revision, assessment: "sent-back", note: "Say when.\nAnd who." } as const;
    await assess(library.ed, slug, sentBack);
    const { note } = sentBack;
    expect(await said()).toEqual({
      state: "draft",
      waiting: null,
      published: null,
      latest: { revision, by: "Ann" },
      said: { by: "Ed", revision, isApproval: false, note },
    });
    const again = await library.asked(slug);
    await assess(library.ed, slug, { revision: again, assessment: "approved", note: null });
    const approved = { state: "waiting", waiting: { revision: again, isApproved: true } };
    expect(await said()).toMatchObject(approved);
    // What is written on does not wait, and takes nothing from what does.
    await library.saved(slug, { ...whole, title: "Written on" });
    expect(await said()).toMatchObject(approved);
  });

  test("comes with an editor's words as they were written into a form", async () => {
    const { slug, revision } = await library.waiting();
    const values = { revision: String(revision), assessment: "sent-back", note: "When?\r\nWho?" };
    await sayWord(form(values, { cookie: library.cookieOf(library.ed) }), {
      params: Promise.resolve({ slug }),
    });
    const version = (await library.stored(slug)).version;
    const { said } = (await watched(slug, String(version), library.ann)).body.progress;
    expect(said).toMatchObject({ by: "Ed", note: "When?\nWho?" });
  });

  test("comes with as many letters of them as the form takes, however it ends its lines", async () => {
    const { slug, revision } = await library.waiting();
    const cookie = library.cookieOf(library.ed);
    const words = (letters: number) => Array.from({ length: 200 }, () => "x".repeat(letters));
    const send = async (note: string) => {
      const values = { revision: String(revision), assessment: "sent-back", note };
      return sayWord(form(values, { cookie }), { params: Promise.resolve({ slug }) });
    };
    const tooLong = flashOf(await send(words(20).join("\r\n")));
    expect(tooLong.fault).toContain("4000 characters");
    await send(words(19).join("\r\n"));
    const version = (await library.stored(slug)).version;
    const { said } = (await watched(slug, String(version), library.ann)).body.progress;
    expect(said).toMatchObject({ by: "Ed", note: words(19).join("\n") });
  });

  test("says who else has it open, and what is one's own in another tab", async () => {
    const slug = await library.begun();
    const version = await library.saved(slug, { title: "Mine" });
    const seen = async (by: Member) => (await watched(slug, String(version - 1), by)).body;
    expect(await seen(library.ed)).toMatchObject({ here: [], others: { isOwn: false } });
    expect(await seen(library.ann)).toMatchObject({ here: ["Ed"], others: { isOwn: true } });
    // Who may not see it is told of nobody, and nobody of them.
    expect(JSON.stringify(await seen(library.bob))).not.toContain("Ed");
    expect((await seen(library.ed)).here).toEqual(["Ann"]);
  });

  test("is told so many times, and then after a while", async () => {
    const slug = await library.begun(library.bob);
    const asked = new Set<string>();
    for (let time = 0; time < 90; time += 1) {
      const { status, headers } = await watched(slug, "1", library.bob);
      asked.add(`${status} ${headers.get("retry-after")}`);
    }
    expect([...asked]).toEqual(["200 null", "429 1"]);
    expect((await watched(slug, "1", library.ed)).status).toBe(200);
  });

  test("is closed to all but authors and editors, and that is written down", async () => {
    const slug = await library.published("watched");
    for (const by of [library.eve, library.bob]) {
      const { status, body } = await watched(slug, "1", by);
      expect({ status, isClosed: body.isClosed }).toEqual({ status: 404, isClosed: true });
      expect(JSON.stringify(body)).not.toContain(whole.title);
    }
    const [last] = await auditLog(1, "refused");
    expect(last).toMatchObject({ actorName: "Bob", note: { why: "not there for them" } });
    expect((await watched("draft-nowhere", "1", library.ann)).body).toMatchObject({
      isClosed: true,
    });
  });

  test("asks a visitor to sign in, which closes nothing, and says what a question lacks", async () => {
    const slug = await library.published("signed-out");
    const visitors = await watched(slug, "1");
    expect({ status: visitors.status, isClosed: visitors.body.isClosed }).toEqual({ status: 401 });
    for (const since of ["soon", "", "-1", "1e3"]) {
      expect((await watched(slug, since, library.ann)).status).toBe(400);
    }
  });
});
