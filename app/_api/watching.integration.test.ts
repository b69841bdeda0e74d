import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { GET as watch } from "#app/api/reviews/[slug]/route";
import { freshDatabase } from "#server/testing/fresh-database";
import { whole } from "#knowledge/library/testing/authored-library";
import type { Member } from "#knowledge/people/actor";
import { auditLog } from "#knowledge/people/audit.store";
import { assess } from "#knowledge/review/approval";

import { authoredSite } from "./testing/authored-site";

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
    const progress = { state: "draft", waiting: null, published: null };
    expect(latest.body).toEqual({ progress, others: null });
    expect(latest.headers.get("cache-control")).toBe("private, no-store");
    const earlier = await watched(slug, String(version - 1), library.ann);
    expect(earlier.body.others).toMatchObject({
      version,
      savedBy: "Ed",
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
    });
    const sentBack = { revision, assessment: "sent-back", note: "Say when." } as const;
    await assess(library.ed, slug, sentBack);
    expect(await said()).toEqual({ state: "draft", waiting: null, published: null });
    const again = await library.asked(slug);
    await assess(library.ed, slug, { revision: again, assessment: "approved", note: null });
    const approved = { state: "waiting", waiting: { revision: again, isApproved: true } };
    expect(await said()).toMatchObject(approved);
    // What is written on does not wait, and takes nothing from what does.
    await library.saved(slug, { ...whole, title: "Written on" });
    expect(await said()).toMatchObject(approved);
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
