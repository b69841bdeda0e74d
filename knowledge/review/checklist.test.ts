import { describe, expect, test } from "vitest";

import { IncidentRecord } from "#knowledge/incident/document";

import { checklistOf, neededBeforePublishing } from "./checklist";
import { draftOf, type Draft } from "./draft";
import type { Template } from "./template";

const template: Template = {
  title: "Review",
  for: "Reviews.",
  kind: "incident",
  sections: [
    { heading: "What happened", part: "summary", prompts: [], keeps: [] },
    { heading: "What held", part: "safeguards", prompts: [], keeps: [] },
    { heading: "Thanks", prompts: [], keeps: [] },
  ],
};

const source = { id: "log", title: "Log", kind: "log", seen: "full" };
const factor = (id: string, keys: object = {}) => ({
  id,
  role: "trigger",
  classes: ["config-push"],
  statement: "A flag was on.",
  source: [],
  standing: "inferred",
  ...keys,
});
const action = (id: string, keys: object = {}) => ({
  id,
  text: "Do it",
  kind: "prevent",
  factors: ["one", "two"],
  owner: "a team",
  state: "open",
  ...keys,
});
const whole = {
  title: "A",
  organization: ["Acme"],
  severity: "minor",
  started: "2024-07-19",
  summary: "B.",
  factors: [factor("one"), factor("two"), factor("held", { role: "safeguard", classes: [] })],
  sources: [source],
  actions: [action("a")],
};

function draft(keys: object = {}, more: Partial<Draft> = {}): Draft {
  const record = IncidentRecord.parse({ ...whole, ...keys });
  return { ...draftOf({ record, story: "## Thanks\n\nTo all.\n" }), ...more };
}

const known = { template, organizations: [{ name: "Acme", aka: ["Acme Inc."] }] };
const advised = (one: Draft) => checklistOf(one, known).advised;
const needed = (one: Draft) => checklistOf(one, known).needed;

describe("the checklist of a draft", () => {
  test("asks where all rows are as a new one begins, and not where somebody chose", () => {
    const entry = (id: string, kind: string) => ({ id, at: "2024-07-19", kind, text: "A." });
    const timeline = ["a", "b", "c", "d"].map((id) => entry(id, "response"));
    const factors = ["one", "two", "three", "four"].map((id) =>
      factor(id, { role: "precondition" }),
    );
    const places = (keys: object) => advised(draft(keys)).map(({ place }) => place);
    expect(places({ timeline, factors })).toEqual(
      expect.arrayContaining(["timeline.a.kind", "factors.one.role"]),
    );
    const chosen = {
      timeline: [...timeline, entry("e", "impact")],
      factors: [...factors, factor("five")],
    };
    for (const keys of [chosen, { timeline: timeline.slice(1), factors: factors.slice(1) }]) {
      expect(places(keys)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/kind|role/)]),
      );
    }
  });

  test("names the first of the entries that stand below later ones", () => {
    const entry = (id: string, at: string) => ({
      id,
      at,
      kind: "response",
      text: "A.",
      source: [],
    });
    const timeline = [
      entry("one", "2026-11-21T14:38Z"),
      entry("two", "2026-11-21T14:30Z"),
      entry("three", "about 2026-11-21T14:35Z"),
    ];
    expect(advised(draft({ timeline }))).toEqual([
      {
        place: "timeline.two",
        sentence: "The timeline is not in the order of time: 1 entry stands below a later one.",
      },
    ]);
    const pasted = ["one", "two", "three"].map((id) => entry(id, "2026-11-21T14:05Z"));
    const [item] = advised(draft({ timeline: [entry("late", "2026-11-21T17:00Z"), ...pasted] }));
    expect(item?.place).toBe("timeline.one");
    expect(item?.sentence).toContain("3 entries stand below later ones");
  });

  test("is empty where nothing is missing", () => {
    expect(checklistOf(draft(), known)).toEqual({ needed: [], advised: [] });
  });

  test("names what keeps it from readers, in words, and where it is written", () => {
    const lacking = draft({
      title: undefined,
      factors: [
        factor("held", { role: "safeguard", classes: [], statement: "" }),
        factor("one", { standing: "confirmed" }),
      ],
      actions: [action("a", { factors: ["one"], state: "declined" })],
    });
    expect(needed(lacking)).toEqual([
      { place: "title", sentence: "The review lacks a title." },
      { place: "factors.held.statement", sentence: "Safeguard 1 lacks text." },
      { place: "actions.a.why", sentence: "Action 1 lacks the reason why it was declined." },
      {
        place: "factors.one.source",
        sentence: "Factor 1 lacks a source for a confirmed factor.",
      },
    ]);
  });

  test("asks what kind a source is and how far one from outside was read, by its title", () => {
    const url = "https://example.com/";
    const sources = [
      source,
      { id: "graph", title: "Graph of reads" },
      { id: "b", title: "" },
      { id: "c", url, title: "Outage", kind: "press" },
      { id: "d", url, title: "", kind: "press" },
      { id: "e", title: "Chat", kind: "chat" },
    ];
    expect(needed(draft({ sources }))).toEqual([
      { place: "sources.graph.kind", sentence: "Say what kind of source “Graph of reads” is." },
      { place: "sources.b.title", sentence: "Source 3 lacks text." },
      { place: "sources.b.kind", sentence: "Say what kind of source number 3 is." },
      { place: "sources.c.seen", sentence: "Say how far “Outage” was read." },
      { place: "sources.d.title", sentence: "Source 5 lacks text." },
      { place: "sources.d.seen", sentence: "Say how far source 5 was read." },
    ]);
  });

  test("asks what an action is for, and what a source does to a claim", () => {
    const claims = [{ id: "c", statement: "S", standing: "open", positions: [{ source: "log" }] }];
    const actions = [action("a", { kind: undefined })];
    expect(needed(draft({ claims, actions }))).toEqual([
      {
        place: "actions.a.kind",
        sentence: "Action 1 lacks a kind (prevent, detect, limit, recover or learn).",
      },
      {
        place: "claims.0.positions.0.stance",
        sentence: "Claim 1 lacks a stance (asserts, disputes, corrects, confirms or conjectures).",
      },
    ]);
  });

  test("asks for organisations by the names that they have here, and points out those that are new", () => {
    expect(needed(draft({ organization: ["Acme", "Acme Inc.", "Acmee"] }))).toEqual([
      { place: "organization", sentence: "“Acme Inc.” is called Acme here." },
    ]);
    const items = advised(draft({ organization: ["Acme", "Acme Inc.", "Acmee"] }));
    expect(items.filter(({ place }) => place === "organization")).toEqual([
      {
        place: "organization",
        sentence: expect.stringMatching(/^“Acmee” is new here: .* Or is Acme meant\?$/),
      },
    ]);
  });

  test("says what does not hold together", () => {
    const { record } = draft({ factors: [factor("one", { source: ["lgo"] })] });
    const [first] = neededBeforePublishing({ record, story: "" }, known.organizations);
    expect(first?.place).toBe("factors.one.source");
    expect(first?.sentence).toMatch(/^Factor 1, source: .*lgo.*log/);
  });

  test("leads to sections that the template asks for and that are empty", () => {
    const empty = draft({ factors: [factor("one"), factor("two")] }, { story: [] });
    expect(advised(empty)).toContainEqual({
      place: "safeguards",
      sentence: "Still empty, and asked for by the template: “What held”, “Thanks”.",
    });
  });

  test("names what stands in a field and cannot be read, unless its row is gone", () => {
    const entry = { id: "alarm", at: "", kind: "response", text: "Alarm", source: [] };
    const unread = draft(
      { timeline: [entry] },
      { unfinished: { "timeline.alarm.at": "noonish", "timeline.gone.at": "soon", started: "x" } },
    );
    expect(advised(unread).map(({ place }) => place)).toEqual(["timeline.alarm.at", "started"]);
  });

  test.each([
    [
      "one factor only",
      { factors: [factor("one"), factor("h", { role: "safeguard", classes: [] })] },
      "factors",
      "one factor only",
    ],
    [
      "factors without a class",
      { factors: [...whole.factors, factor("three", { classes: [] })], actions: [] },
      "factors.three.classes",
      "1 factor has no failure class",
    ],
    [
      "factors that no action touches",
      { actions: [action("a", { factors: ["one"] })] },
      "factors.two",
      "1 factor is touched by no action.",
    ],
    [
      "actions that touch no factor",
      { actions: [action("a"), action("b", { factors: [] }), action("c", { factors: [] })] },
      "actions.b",
      "2 actions are tied to no factor.",
    ],
    [
      "actions that nobody has",
      { actions: [action("a", { owner: undefined })] },
      "actions.a",
      "1 open action has no owner.",
    ],
  ])("advises about %s", (_, keys, place, words) => {
    const items = advised(draft(keys));
    expect(items).toContainEqual({ place, sentence: expect.stringContaining(words) });
  });

  test("asks for no action where there is none, and for no owner of what is done", () => {
    expect(advised(draft({ actions: [] }))).toEqual([]);
    expect(advised(draft({ actions: [action("a", { owner: undefined, state: "done" })] }))).toEqual(
      [],
    );
  });

  test("finds pictures and links that readers would not be shown", () => {
    const story = "## Thanks\n\n![x](https://evil.example/x.png) [run](javascript:alert(1))\n";
    const { record } = draft();
    const sentences = advised(draftOf({ record, story })).map(({ sentence }) => sentence);
    expect(sentences).toContain("Under “Thanks”, 1 picture is of another site, and not shown.");
    expect(sentences).toContain("Under “Thanks”, 1 link leads to what no link may lead to.");
  });

  test("finds pictures that say nothing to who cannot see them", () => {
    const hash = "a".repeat(64);
    const { record } = draft();
    const story = `## Thanks\n\n![](files/${hash}.webp)\n\n![A graph](files/${hash}.webp)\n`;
    expect(advised(draftOf({ record, story }))).toEqual([
      {
        place: "story.0",
        sentence: "Under “Thanks”, 1 picture has no words for those who cannot see.",
      },
    ]);
  });
});
