import { afterAll, beforeAll, expect, test } from "vitest";

import { POST as begin } from "#app/api/reviews/route";
import { GET as watch, PUT as save } from "#app/api/reviews/[slug]/route";
import { freshDatabase } from "#server/testing/fresh-database";
import type { Member } from "#knowledge/people/actor";
import { site } from "#knowledge/people/testing/settled-site";
import { share } from "#knowledge/review/share";

import { authoredSite } from "./testing/authored-site";
import { json } from "./testing/browser";

let library: Awaited<ReturnType<typeof authoredSite>>;

beforeAll(async () => {
  library = await authoredSite(await freshDatabase());
});
afterAll(() => library.drop());

/** A review of Ann's in which Bob writes too. */
async function shared(): Promise<string> {
  const slug = await library.begun();
  await share(library.ann, slug, library.bob.id);
  return slug;
}

const of = (slug: string) => ({ params: Promise.resolve({ slug }) });
const document = { record: {}, story: "" };

async function saved(slug: string, by: Member, body: object) {
  const cookie = library.cookieOf(by);
  const answer = await save(json({ document, ...body }, { cookie }), of(slug));
  return { status: answer.status, body: await answer.json() };
}

async function others(slug: string, by: Member) {
  const cookie = library.cookieOf(by);
  const answer = await watch(
    new Request(`${site}/asked?since=1`, { headers: { cookie } }),
    of(slug),
  );
  return (await answer.json()).others;
}

test("nobody has chosen a zone where a review begins", async () => {
  expect((await library.stored(await shared())).zone).toBeNull();
});

test("the zone that one author chose is the other's, and no part of the document", async () => {
  const slug = await shared();
  await saved(slug, library.ann, { version: 1, zone: "Europe/Berlin" });
  expect(await others(slug, library.bob)).toMatchObject({ zone: "Europe/Berlin" });
  expect((await library.stored(slug)).latest.source).not.toContain("Berlin");
});

test("of two who choose at once the second is refused, and hears of the first", async () => {
  const slug = await shared();
  const first = await saved(slug, library.ann, { version: 1, zone: "Europe/Berlin" });
  const second = await saved(slug, library.bob, { version: 1, zone: "UTC" });
  expect([first.status, second.status]).toEqual([200, 409]);
  expect(second.body.conflict).toMatchObject({ zone: "Europe/Berlin", savedBy: "Ann" });
  expect((await library.stored(slug)).zone).toBe("Europe/Berlin");
});

test("a save that says nothing of the zone leaves it, and one that takes it back does", async () => {
  const slug = await shared();
  await saved(slug, library.ann, { version: 1, zone: "Europe/Berlin" });
  await saved(slug, library.bob, { version: 2 });
  expect((await library.stored(slug)).zone).toBe("Europe/Berlin");
  await saved(slug, library.bob, { version: 3, zone: null });
  expect((await library.stored(slug)).zone).toBeNull();
});

test("what can be no zone is refused; one that only a newer browser knows is kept", async () => {
  const slug = await shared();
  const refused = await saved(slug, library.ann, { version: 1, zone: "x".repeat(81) });
  expect(refused.status).toBe(422);
  const newer = await saved(slug, library.ann, { version: 1, zone: "Europe/Newtown" });
  expect(newer.status).toBe(200);
  expect((await library.stored(slug)).zone).toBe("Europe/Newtown");
});

test("a draft that was taken over goes on in the zone in which it was read", async () => {
  const body = { template: "short", document, zone: "America/New_York" };
  const answer = await begin(json(body, { cookie: library.cookieOf(library.ann) }));
  const { slug } = await answer.json();
  expect((await library.stored(slug)).zone).toBe("America/New_York");
});
