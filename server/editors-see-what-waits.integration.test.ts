import { afterAll, beforeAll, expect, test } from "vitest";

import { paths } from "#app/paths";
import { authoredLibrary, whole } from "#knowledge/library/testing/authored-library";
import { askForApproval, assess } from "#knowledge/review/approval";
import { share } from "#knowledge/review/share";

import { siteUnderTest, type SiteUnderTest } from "./testing/site-under-test";

let site: SiteUnderTest;
let library: Awaited<ReturnType<typeof authoredLibrary>>;
let editor: string;

beforeAll(async () => {
  site = await siteUnderTest();
  // The site's own database, which ends with it.
  const drop = () => Promise.resolve();
  library = await authoredLibrary({ url: process.env.DATABASE_URL ?? "", drop });
  editor = await site.signedIn("Edda", "editor");
});

afterAll(async () => {
  await site.close();
  await library.drop();
});

/** A page without the comments that React leaves between words. */
async function pageOf(path: string, cookie = editor) {
  const { status, text } = await site.ask(path, { headers: { cookie } });
  return { status, text: text.replaceAll("<!-- -->", "").replaceAll("&amp;", "&") };
}

test("an editor is shown the very revision that waits, and approves no other", async () => {
  const { slug, revision } = await library.waiting("Words that wait");
  await library.saved(slug, { ...whole, title: "Words of later" });

  const steps = await pageOf(paths.review(slug));
  expect(steps.text).toContain(`Revision ${revision} waits for approval`);
  const preview = paths.reviewPreview(slug, revision);
  expect(steps.text).toContain(`href="${preview}">See it as readers would`);
  const shown = await pageOf(preview);
  expect(shown.text).toContain("Words that wait");
  expect(shown.text).toContain("the latest is revision 2");
  expect(shown.text).not.toContain("Words of later");
  expect((await pageOf(paths.reviewPreview(slug))).text).toContain("Words of later");

  expect((await pageOf(paths.reviewPreview(slug, 9))).status).toBe(404);
  expect((await pageOf(`${paths.reviewPreview(slug)}?revision=first`)).status).toBe(404);
  const reader = await site.signedIn("Rea", "reader");
  expect((await pageOf(preview, reader)).status).toBe(404);

  expect((await pageOf(paths.reviews())).text).toContain("Waits for approval");
  await assess(library.ed, slug, { revision, assessment: "approved", note: null });
  const approved = await pageOf(paths.review(slug));
  expect(approved.text).not.toContain(`Revision ${revision} waits`);
  expect(approved.text).toContain(`Revision ${revision} is approved`);
  expect(approved.text).toContain(`href="${preview}">See it as readers would`);
  expect(approved.text).toContain('value="acme-2026-11-words-wait"');
  expect((await pageOf(paths.reviews())).text).toContain("Approved; waits to be published");
});

test("an editor is told that the text went on, of which revision they decide, and what authors say", async () => {
  const { slug, revision } = await library.waiting("Words that wait");
  const version = await library.saved(slug, { ...whole, title: "Words of later" });
  const told = `Ann changed it after it was sent:</b> you approve revision ${revision}, without <a href="${paths.revision(slug, revision + 1, revision)}"`;
  expect((await pageOf(paths.review(slug))).text).toContain(told);
  expect((await pageOf(paths.reviewPreview(slug, revision))).text).toContain(told);
  expect((await pageOf(paths.reviewPreview(slug))).text).not.toContain("after it was sent");

  await assess(library.ed, slug, { revision, assessment: "approved", note: null });
  const approved = (await pageOf(paths.review(slug))).text;
  expect(approved).toContain(`you publish revision ${revision}, without`);
  // One state in the head and in the foot, and nothing to ask of whoever decides.
  expect(approved).toContain("Approved");
  expect(approved).not.toContain("Waits for approval");
  expect(approved).not.toContain("Ask for approval");

  const asked = await askForApproval(library.ann, slug, version, "I named the cache.\nBetter?");
  expect(asked).toEqual({ kind: "asked", revision: revision + 1 });
  const again = (await pageOf(paths.review(slug))).text;
  expect(again).toContain("“I named the cache.\nBetter?”");
  expect(again).not.toContain("you approve revision");
  const history = (await pageOf(paths.incidentHistory(slug))).text;
  expect(history).toContain("Ann asked for approval");
  expect(history).toContain("“I named the cache.\nBetter?”");
});

test("what was sent back is called so in the list and in the editor", async () => {
  const { slug, revision } = await library.waiting("Words that wait");
  const note = "Say when.";
  await assess(library.ed, slug, { revision, assessment: "sent-back", note });
  for (const path of [paths.review(slug), paths.reviews()]) {
    expect((await pageOf(path)).text).toContain(">Sent back<");
  }
});

test("of what readers have already, an editor is shown what would change for them", async () => {
  const slug = await library.published("caches-flushed", "Caches flushed");
  const version = await library.saved(slug, { ...whole, title: "All caches flushed" });
  expect(await askForApproval(library.ann, slug, version)).toMatchObject({ kind: "asked" });
  const steps = await pageOf(paths.review(slug));
  const change = paths.revision(slug, 2, 1);
  expect(steps.text).toContain(`href="${change}"`);
  expect((await pageOf(change)).text).toContain("Revision 2 against 1");
});

test("nobody approves what they alone have saved since readers saw it, shared or from a file", async () => {
  const { ed, bob } = library;
  const approving = async (slug: string) => {
    const asked = await askForApproval(ed, slug, (await library.stored(slug)).version);
    if (asked.kind !== "asked") throw new Error(JSON.stringify(asked));
    const approval = { revision: asked.revision, assessment: "approved", note: null } as const;
    return (await assess(ed, slug, approval)).kind;
  };
  const own = await library.begun(ed);
  await library.saved(own, { ...whole, title: "Ed's own" }, "", ed);
  await share(ed, own, bob.id);
  expect(await approving(own)).toBe("not allowed");
  await library.saved(own, { ...whole, title: "Ed's and Bob's" }, "", bob);
  expect(await approving(own)).toBe("assessed");

  await library.saved("old-one", { ...whole, title: "Imported, rewritten" }, "", ed);
  expect(await approving("old-one")).toBe("not allowed");
});
