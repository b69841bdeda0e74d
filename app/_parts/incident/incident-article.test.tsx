import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";

import { IncidentRecord } from "#knowledge/incident/document";
import { recordTexts } from "#knowledge/incident/projection";
import { escapeHtml } from "#knowledge/text/html";

import type { PageTexts } from "../page-texts";
import { IncidentArticle } from "./incident-article";

const texts: PageTexts = {
  html: (text, sources = []) => `${escapeHtml(text)}${sources.map((id) => `(${id})`).join("")}`,
  plain: (text) => text,
  story: '<h2 id="aftermath">Aftermath</h2>',
  name: () => null,
  terms: [{ slug: "canary", name: "Canary", aka: [], means: "A small first group." }],
};

// One of everything that a document may hold.
const record = IncidentRecord.parse({
  title: "A valve stays <open>",
  kind: "near-miss",
  recorded: "2026-11-21",
  organization: "Example",
  severity: "moderate",
  started: "about 2024-02",
  mitigated: "2024-03-01",
  noticedBy: "person",
  summary: "The summary.",
  detection: "Somebody looked.",
  impact: [
    { what: "Water", value: "some litres", figure: "7 l", confidence: "estimated", source: "log" },
  ],
  timeline: [
    { id: "in-doubt", at: "before 2024-02-10T10:00Z", kind: "context", text: "It was dry." },
    {
      id: "opened",
      at: "2024-02-10T10:00Z",
      kind: "trigger",
      text: "It opened.",
      belief: "It was shut.",
    },
    { id: "between", at: "2024-02-11/2024-02-13", kind: "response", text: "They went there." },
  ],
  factors: [
    {
      id: "spring",
      role: "precondition",
      classes: ["latent-defect"],
      statement: "The spring was worn.",
      standing: "inferred",
      source: "log",
    },
    {
      id: "rain",
      role: "safeguard",
      mitigations: ["drain"],
      statement: "The drain held.",
      detail: "It was wide.",
      standing: "reported",
      luck: true,
      source: "log",
    },
  ],
  lessons: ["Look at springs."],
  changes: [{ text: "A new spring." }],
  claims: [
    {
      id: "dry",
      statement: "It was dry.",
      standing: "open",
      positions: [{ source: "log", stance: "asserts" }],
    },
  ],
  actions: [
    {
      id: "check",
      text: "Check all springs.",
      kind: "prevent",
      factors: ["spring"],
      owner: "Plant team",
      due: "2024-05",
      state: "declined",
      why: "Too many.",
    },
  ],
  questions: [{ text: "Why then?", owner: "Plant team" }],
  related: [{ slug: "another", why: "The same valve." }],
  sources: [{ id: "log", title: "Plant log", kind: "log", seen: "full" }],
});

function page(
  shown: IncidentRecord = record,
  more: Partial<PageTexts> = {},
  editAt: string | null = null,
): string {
  const incident = {
    slug: "example-2024-02-valve",
    record: shown,
    storyHtml: "",
    storyHeadings: [{ id: "aftermath", depth: 2, text: "Aftermath" }],
    organizations: [{ slug: "example", name: "Example" }],
    products: [],
    sourceSlugs: {},
    revisionNumber: 2,
    publishedAt: new Date("2026-11-22T10:00:00Z"),
  };
  return renderToStaticMarkup(
    <IncidentArticle
      incident={incident}
      texts={{ ...texts, ...more }}
      backlinks={[]}
      editAt={editAt}
    />,
  );
}

describe("the page of an incident", () => {
  test("leads to where it is written only who may write it", () => {
    expect(page()).not.toContain("Edit");
    expect(page(record, {}, "/write/leak")).toContain('href="/write/leak">Edit</a>');
  });

  test.each([
    "A valve stays &lt;open&gt;",
    "Near miss",
    "about February 2024",
    "someone inside",
    "7 l",
    "estimated",
    "Somebody looked.",
    "What was believed:",
    "11 Feb 2024 – 13 Feb 2024",
    "By luck",
    "It was wide.",
    "Why then?",
    "Declined: <span>Too many.</span>",
    "due May 2024",
    "Plant log",
    "revision 2",
    "A small first group.",
    "Aftermath",
  ])("shows “%s”", (words) => {
    expect(page()).toContain(words);
  });

  test("gives every factor, event, claim, action and source its own address", () => {
    for (const id of ["factor-spring", "event-opened", "claim-dry", "action-check", "source-log"]) {
      expect(page().split(` id="${id}"`)).toHaveLength(2);
    }
  });

  test("has one main heading, and none that skips a level", () => {
    const levels = [...page().matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) =>
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1),
    );
  });

  test("names each section in its contents, and each anchor of the contents exists", () => {
    const html = page();
    const anchors = [...(html.split("</nav>")[0] ?? "").matchAll(/href="#([^"]+)"/g)];
    expect(anchors.length).toBeGreaterThan(8);
    const missing = anchors.filter(([, id]) => !html.includes(`id="${id}"`));
    expect(missing).toEqual([]);
  });

  test("names a related incident that can be read, and leaves out one that cannot", () => {
    const named: Partial<PageTexts> = {
      name: (slug) => ({ slug, kind: "incident", title: "Another valve" }),
    };
    expect(page(record, named)).toContain('href="/incidents/another">Another valve</a>');
    expect(page()).not.toMatch(/another|Related incidents|The same valve/);
  });

  test.each([
    ["2024-07", "Recorded July 2024"],
    ["2024", "Recorded 2024"],
    ["2024-07-01", "Recorded 1 July 2024"],
  ])("says when it was recorded as precisely as the document does: %s", (recorded, words) => {
    expect(page({ ...record, recorded })).toContain(`${words} ·`);
  });

  test("says what its severity means, and what it would have meant", () => {
    const meaning = "</dt><dd>Moderate. Part of a service, or some of its users.";
    expect(page()).toContain(`Could have been${meaning}`);
    expect(page({ ...record, kind: "incident" })).toContain(`Severity${meaning}`);
  });

  test("says that visitors do not see it, where that is so", () => {
    expect(page()).not.toContain("For members only");
    expect(page({ ...record, visibility: "members" })).toContain("For members only");
  });

  test("shows every text in which a link is read as HTML, so that the link can be followed", () => {
    const shown = page(
      { ...record, actions: record.actions.map((one) => ({ ...one, doneWhen: "All are new." })) },
      {
        html: (text) => `<i>${escapeHtml(text)}</i>`,
        name: (slug) => ({ slug, kind: "incident", title: slug }),
      },
    );
    const read = [...new Set(recordTexts(record))];
    const places = read.map((text) => shown.indexOf(`<i>${escapeHtml(text)}</i>`));
    expect(places).not.toContain(-1);
    // A term is explained where it is first used, so the texts are read in the order of the page.
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(shown).toContain("<i>All are new.</i>");
  });

  test("has no style attribute, which the policy of the site would refuse", () => {
    expect(page()).not.toMatch(/ style=/);
  });

  test("stands with nothing but a title", () => {
    const bare = IncidentRecord.parse({ title: "Something" });
    expect(page(bare)).toContain("Something");
  });
});
