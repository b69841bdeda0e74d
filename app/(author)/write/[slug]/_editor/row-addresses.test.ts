import { describe, expect, test } from "vitest";

import { IncidentRecord } from "#knowledge/incident/document";
import { checkDocument } from "#knowledge/language/check-document";
import { documentOf, draftOf, type Draft } from "#knowledge/review/draft";
import { entry, factor } from "#knowledge/review/merge/testing/written";

import { DraftStore } from "./draft-store";
import { allOfPerson, placedFindings } from "./language-store";
import { mergeDrafts } from "./merging";
import { exchangeAll } from "./put-into";
import { RowAddresses } from "./row-addresses";

const said = entry("tom-okafor-said-it-was", "Tom Okafor said it was fine, and Tom left.", {
  source: [],
});
const step = factor("tom-ran-script", "Tom ran the script by hand.", { classes: [], source: [] });

function opened(rows: object, story = "", published: readonly string[] = []) {
  const record = IncidentRecord.parse(rows);
  const store = new DraftStore(draftOf({ record, story }));
  return { store, addresses: new RowAddresses(store, published) };
}

function findingsIn(draft: Draft) {
  const document = documentOf(draft);
  return placedFindings(checkDocument(document), document, draft.story);
}

/** What happens on the page after the check: names are learnt, and leave the ids. */
function checked({ store, addresses }: ReturnType<typeof opened>) {
  addresses.learn(findingsIn(store.draft));
  return addresses.renew();
}

const idsOf = ({ record }: Draft) => record.timeline.map(({ id }) => id);

/** The part takes the place of the name in all places, as the margin offers it. */
function replaceName(store: DraftStore) {
  const findings = findingsIn(store.draft);
  const [first] = findings.filter(({ rule }) => rule === "personal-name");
  if (!first) throw new Error("nobody is named");
  const all = allOfPerson(first, findings).map((one) => ({
    ...one,
    words: one.suggestions[0] ?? "",
  }));
  exchangeAll(store, first.place, all);
}

describe("the id of a row", () => {
  test("loses a person's name as soon as that is found, and all that names it follows", () => {
    const page = opened(
      {
        timeline: [said],
        factors: [step],
        actions: [{ id: "fence", text: "Fence it.", state: "open", factors: ["tom-ran-script"] }],
      },
      "## What happened\n\nSee [there](#event-tom-okafor-said-it-was).\n",
    );
    checked(page);
    const { record, story } = documentOf(page.store.draft);
    const text = JSON.stringify([
      record.timeline[0]?.id,
      record.factors[0]?.id,
      record.actions,
      story,
    ]);
    expect(text).not.toMatch(/tom|okafor/);
    expect(record.timeline[0]?.id).toBe("said-it-was-fine");
    expect(record.actions[0]?.factors).toEqual([record.factors[0]?.id]);
    expect(story).toContain("(#event-said-it-was-fine)");
    // Once it has none, it is left alone.
    expect(checked(page)).toEqual(new Map());
  });

  test("is made anew too when the check comes late, of the words that stand there by then", () => {
    const page = opened({ timeline: [said] });
    page.addresses.learn(findingsIn(page.store.draft));
    replaceName(page.store);
    page.addresses.renew();
    const [id] = idsOf(page.store.draft);
    expect(id).toBe("on-call-engineer-a-said");
    page.store.undo();
    expect(page.store.draft.record.timeline[0]).toMatchObject({ id, text: said.text });
  });

  test("stays where readers know it, and that is told", () => {
    const page = opened({ timeline: [said] }, "", [said.id]);
    expect(checked(page)).toEqual(new Map());
    expect(page.addresses.kept(page.store.draft)).toEqual(["event-tom-okafor-said-it-was"]);
    replaceName(page.store);
    expect(page.addresses.kept(page.store.draft)).toEqual(["event-tom-okafor-said-it-was"]);
  });

  test("is none that a row had, and says something where nothing but a name stands there", () => {
    const page = opened({ timeline: [{ ...said, text: "Tom Okafor." }] });
    page.store.avoid(["row"]);
    checked(page);
    expect(idsOf(page.store.draft)).toEqual(["row-2"]);
  });
});

describe("a row whose id one author made anew", () => {
  const document = (rows: object) => ({ record: IncidentRecord.parse(rows), story: "" });
  const written = (rows: object, unfinished = {}) => ({
    document: document(rows),
    unfinished,
    setAside: [],
    zone: null,
  });
  const fromTom = { timeline: [said] };
  const anew = {
    timeline: [{ ...said, id: "said-it-was", text: "On-call said it was fine, and left." }],
  };

  test.each([["theirs"], ["ours"]])("is one with the row that the other wrote on (%s)", (whose) => {
    const edited = { timeline: [{ ...said, kind: "impact" }] };
    const late = { [`timeline.${said.id}.belief`]: "?" };
    const [ours, theirs] =
      whose === "ours" ? [anew, written(edited, late)] : [edited, written(anew)];
    const draft = draftOf(document(ours), whose === "ours" ? {} : late);
    const merged = mergeDrafts(written(fromTom), draft, theirs, new Set());
    expect(merged.conflicts).toEqual([]);
    expect(merged.draft.record.timeline).toMatchObject([
      { id: "said-it-was", kind: "impact", text: anew.timeline[0]?.text },
    ]);
    expect(merged.draft.unfinished).toEqual({ "timeline.said-it-was.belief": "?" });
    expect(merged.ids).toEqual(new Map(whose === "ours" ? [] : [[said.id, "said-it-was"]]));
  });

  test("has theirs where both did, and none that another row of the other author has", () => {
    const mine = { timeline: [{ ...said, id: "he-said" }] };
    const both = mergeDrafts(written(fromTom), draftOf(document(mine)), written(anew), new Set());
    expect(idsOf(both.draft)).toEqual(["said-it-was"]);
    expect(both.conflicts).toEqual([]);
    const other = { factors: [factor("said-it-was", "Nobody asked.")], ...fromTom };
    const kept = mergeDrafts(written(fromTom), draftOf(document(anew)), written(other), new Set());
    const { timeline, factors } = kept.draft.record;
    expect(new Set([...timeline, ...factors].map(({ id }) => id)).size).toBe(
      timeline.length + factors.length,
    );
  });
});
