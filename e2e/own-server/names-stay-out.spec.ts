import { paths } from "#app/paths";

import { begin, published, written } from "./authored";
import { expect, test } from "./people";
import { browserOf, saved, stored } from "./writing";

const told = {
  id: "tom-okafor-said-it",
  at: "2026-03-01T04:10Z",
  kind: "response",
  text: "Tom Okafor said it was the cache.",
};

/** The ids of the entries, as the server holds them. */
async function entryIds(...of: Parameters<typeof stored>): Promise<unknown> {
  const { record } = (await stored(...of)).document;
  const timeline: unknown = Reflect.get(record, "timeline");
  return Array.isArray(timeline) ? timeline.map((row: { id?: unknown }) => row.id) : timeline;
}

test("a name that leaves an entry leaves its address, unless readers know that", async ({
  browser,
  own,
  writers: { ann, ben },
}) => {
  const slug = await begin(ben, written("A name in an entry", { timeline: [told] }), "full-review");
  const context = await browserOf(browser, own.url, ben);
  const page = await context.newPage();
  await page.goto(paths.review(slug));
  const part = page.getByRole("button", { name: "On-call engineer A" });
  await part.click();
  await expect.poll(() => entryIds(ben, slug)).toEqual(["on-call-engineer-a-said"]);
  await saved(page);

  const known = written("A name that readers know", { timeline: [told] });
  const shown = await published({ author: ben, editor: ann }, known, "a-name-that-readers-know");
  await page.goto(paths.review(shown));
  const kept = page.getByText("The address #event-tom-okafor-said-it has a name");
  await expect(kept).toBeVisible();
  await part.click();
  const text = page.getByLabel("What happened");
  await expect(text).toHaveValue(/^On-call engineer A said/);
  await saved(page);
  expect(await entryIds(ben, shown)).toEqual([told.id]);
  await expect(kept).toBeVisible();
  await context.close();
});
