import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { POST as restore } from "#app/api/reviews/[slug]/revisions/[number]/restorations/route";
import { freshDatabase } from "#server/testing/fresh-database";
import { whole } from "#knowledge/library/testing/authored-library";
import { publish } from "#knowledge/library/publishing";
import { visitor } from "#knowledge/people/actor";
import { forget } from "#knowledge/people/limit.store";
import { creditsToKeep, restoreRevision } from "#knowledge/review/history";
import { ownRevision } from "#knowledge/review/history.store";
import { notesOn } from "#knowledge/review/note.store";
import { creditNote, findReceipt } from "#knowledge/review/notes";
import { storedDocument } from "#knowledge/review/save";

import { authoredSite } from "./testing/authored-site";
import { flashOf, form } from "./testing/browser";
import { latestNote, sentNote } from "./testing/notes";

let library: Awaited<ReturnType<typeof authoredSite>>;

beforeAll(async () => {
  library = await authoredSite(await freshDatabase());
});
afterAll(() => library.drop());
beforeEach(() => forget("notes from", "unknown"));

/** A note that was sent and led to a change of the draft; gives its receipt as it is now. */
async function credited(slug: string, credit: string | null) {
  const fields: Record<string, string> = { incident: slug, text: "It was 08:55." };
  const token = await sentNote(credit === null ? fields : { ...fields, credit });
  const { id, version } = await latestNote();
  const led = await creditNote(library.ed, id, { version, about: "when it began" });
  expect(led.kind).toBe("led");
  return async () => findReceipt(visitor, token);
}

const latestOf = async (slug: string) => (await library.stored(slug)).latest;

/** Restores a revision by the form on its page; gives what the next page says. */
async function restored(slug: string, number: number) {
  const { version } = await library.stored(slug);
  const sent = form({ version: String(version) }, { cookie: library.cookieOf(library.ann) });
  return flashOf(
    await restore(sent, { params: Promise.resolve({ slug, number: String(number) }) }),
  );
}

async function shown(slug: string) {
  const revision = await library.asked(slug);
  await library.approved(slug, revision, library.eda);
  const outcome = await publish(library.ed, slug, { revision, as: null }, library.renderer);
  expect(outcome).toMatchObject({ kind: "published" });
}

describe("an older revision that is restored", () => {
  test("keeps the readers that were credited since, as they stand, and says so", async () => {
    const slug = await library.published("restored-credited");
    const { documentId, latest: old } = await library.stored(slug);
    const receipt = await credited(slug, "R. Eader");
    const { record } = storedDocument((await latestOf(slug)).source);
    const told = record.sources.map((one) => ({ ...one, title: `${one.title}, told` }));
    await library.saved(slug, { ...record, title: "Later", sources: told });
    const latest = (await latestOf(slug)).number;
    expect(await creditsToKeep(documentId, old, latest)).toEqual(["R. Eader"]);
    expect(await restored(slug, old.number)).toMatchObject({
      said: expect.stringMatching(/says what revision \d+ said, and credits .*“R. Eader”/),
    });
    const after = storedDocument((await latestOf(slug)).source).record;
    expect(after.title).toBe(whole.title);
    expect(after.sources).toEqual([
      expect.objectContaining({ id: "log", title: "Cache log" }),
      expect.objectContaining({
        id: "readers-note",
        author: "R. Eader",
        title: "A reader's note: when it began, told",
      }),
    ]);
    await shown(slug);
    expect(await receipt()).toMatchObject({ shownAt: expect.any(Date), isNamed: true });
  });

  test("is the same where the credit is all that it lacks, and its own text where it lacks none", async () => {
    const slug = await library.published("restored-same");
    const { number } = await latestOf(slug);
    await credited(slug, "S. Ame");
    const { version } = await library.stored(slug);
    expect(await restoreRevision(library.ann, slug, number, version)).toEqual({
      kind: "same",
      credits: ["S. Ame"],
    });
    expect(await restored(slug, number)).toMatchObject({
      fault: expect.stringMatching(/^But for the readers .*“S. Ame”.*Nothing was changed/),
    });
    await library.saved(slug, whole, "Another story.\n");
    const plain = await library.stored(slug);
    const again = await restoreRevision(library.ann, slug, number, plain.version);
    expect(again).toMatchObject({ kind: "restored", credits: [] });
    expect((await latestOf(slug)).source).toBe(await textOf(plain.documentId, number));
  });
});

describe("the receipt of a note whose credit was taken out before readers saw it", () => {
  test("does not say that it led to a change, whatever is published; editors are told", async () => {
    const slug = await library.published("credit-taken-out");
    const receipt = await credited(slug, "T. Aken");
    expect(await receipt()).toMatchObject({ shownAt: null, isInDraft: true });
    await library.saved(slug, { ...whole, title: "Without it" });
    await shown(slug);
    expect(await receipt()).toMatchObject({ hasLed: true, shownAt: null, isInDraft: false });
    const { documentId } = await library.stored(slug);
    expect(await notesOn(documentId)).toMatchObject([{ hasLed: true, isCreditGone: true }]);
  });

  test("nor where it was not signed, and the text from before it was restored", async () => {
    const slug = await library.published("unsigned-restored");
    const { number } = await latestOf(slug);
    await library.saved(slug, { ...whole, title: "Between" });
    await shown(slug);
    const receipt = await credited(slug, null);
    await restored(slug, number);
    await shown(slug);
    expect(await receipt()).toMatchObject({ shownAt: null, isNamed: false });
    await library.saved(slug, { ...whole, title: "Changed for it" });
    await shown(slug);
    expect(await receipt()).toMatchObject({ shownAt: expect.any(Date) });
  });
});

async function textOf(documentId: number, number: number): Promise<string> {
  const revision = await ownRevision(documentId, number);
  if (!revision) throw new Error(`no revision ${number}`);
  return revision.source;
}
