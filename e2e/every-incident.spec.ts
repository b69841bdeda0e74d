import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { z } from "zod";

import type { IncidentRecord } from "#knowledge/incident/document";

import { shiftsOf, overflowOf, unseenOn } from "./support/browser-facts";
import { contentFolder, type Library } from "./support/library";
import { expect, test } from "./support/test";

test.describe.configure({ mode: "parallel" });

const slugs = readdirSync(join(contentFolder, "incidents"))
  .filter((name) => name.endsWith(".md"))
  .map((name) => name.slice(0, -".md".length));

const rows = z.array(z.unknown());
const Lists = z.object({
  impact: rows,
  timeline: rows,
  factors: rows,
  lessons: rows,
  changes: rows,
  claims: rows,
  related: rows,
  sources: rows,
});
const Twin = Lists.extend({ slug: z.string(), story: z.string() });

for (const slug of slugs) {
  test(`${slug} shows all that its file says and stands still`, async ({
    readingOn: page,
    library,
  }) => {
    const { record } = incidentOf(library, slug).document;
    await page.goto(`/incidents/${slug}`);
    expect(await shiftsOf(page), "layout shifts").toEqual([]);
    expect(await overflowOf(page)).toEqual({ pixels: 0, widest: "" });
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(record.title ?? "");
    expect(await unseenOn(page, textsOf(record))).toEqual([]);
    const addressed = [
      ...record.factors.map(({ id, statement }) => ({ anchor: `factor-${id}`, words: statement })),
      ...record.timeline.map(({ id, text }) => ({ anchor: `event-${id}`, words: text })),
      ...record.claims.map(({ id, statement }) => ({ anchor: `claim-${id}`, words: statement })),
    ];
    const texts = await page.evaluate(
      textsAt,
      addressed.map(({ anchor }) => anchor),
    );
    for (const [position, { anchor, words }] of addressed.entries()) {
      expect(texts[position], `what stands at #${anchor}`).toContain(spaced(words));
    }
  });

  test(`${slug} is to be had as its file and as JSON`, async ({ request, library }) => {
    const { document } = incidentOf(library, slug);
    const markdown = await request.get(`/incidents/${slug}.md`);
    const file = readFileSync(join(contentFolder, "incidents", `${slug}.md`));
    expect(markdown.headers()["content-type"]).toContain("text/markdown");
    expect((await markdown.body()).equals(file), "the bytes of the file").toBe(true);

    const json = await request.get(`/incidents/${slug}.json`);
    const twin = Twin.parse(await json.json());
    expect(twin.slug).toBe(slug);
    expect(twin.story).toBe(document.story);
    expect(lengthsOf(twin)).toEqual(lengthsOf(document.record));
  });
}

function lengthsOf(lists: z.infer<typeof Lists>) {
  return Object.fromEntries(
    Object.entries(Lists.parse(lists)).map(([name, list]) => [name, list.length]),
  );
}

function incidentOf({ incidents }: Library, slug: string) {
  const found = incidents.find((incident) => incident.slug === slug);
  if (!found) throw new Error(`The content has no incident ${slug}.`);
  return found;
}

/** Everything that a record says in words a reader is meant to read. */
function textsOf(record: IncidentRecord): string[] {
  return [
    record.title,
    record.summary,
    record.detection,
    ...record.impact.flatMap(({ what, value, figure }) => [what, value, figure]),
    ...record.timeline.flatMap(({ text, belief }) => [text, belief]),
    ...record.factors.flatMap(({ statement, detail }) => [statement, detail]),
    ...record.claims.flatMap(({ statement, positions }) => [
      statement,
      ...positions.map(({ note }) => note),
    ]),
    ...record.lessons,
    ...record.changes.map(({ text }) => text),
    ...record.related.map(({ why }) => why),
    ...record.questions.map(({ text }) => text),
    ...record.actions.map(({ text }) => text),
    ...record.sources.flatMap(({ title, author, publisher }) => [title, author, publisher]),
  ].filter((text) => text !== undefined);
}

function textsAt(ids: readonly string[]): string[] {
  return ids.map((id) => {
    const text = document.getElementById(id)?.textContent ?? "nothing";
    return text.replaceAll(/\s+/g, " ");
  });
}

function spaced(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
