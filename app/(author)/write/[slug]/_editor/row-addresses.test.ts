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

/** What happens on the page: names are learnt after the check, and leave the ids when one asks for approval. */
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
  test("loses a person's name where it is made anew, and all that names it follows", () => {
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
    expect(checked(page).rows).toEqual(new Map());
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
    expect(checked(page).rows).toEqual(new Map());
    expect(page.addresses.kept(page.store.draft)).toEqual(["event-tom-okafor-said-it-was"]);
    replaceName(page.store);
    expect(page.addresses.kept(page.store.draft)).toEqual(["event-tom-okafor-said-it-was"]);
  });

  test("is made anew alone where only its name was replaced, and stays for what is no name", () => {
    const page = opened({ timeline: [said], factors: [step] });
    page.addresses.learn(findingsIn(page.store.draft));
    page.addresses.renew(new Set([said.id]));
    expect(page.store.draft.record.factors[0]?.id).toBe(step.id);
    const aside = opened({ factors: [step] });
    const setAside = findingsIn(aside.store.draft).map(({ rule, text, place }) => {
      return { rule, text, place, reason: "The script's name." };
    });
    aside.store.edit("factors", (draft) => ({ ...draft, setAside }));
    expect(checked(aside).rows).toEqual(new Map());
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
  const written = (rows: object) => ({
    document: document(rows),
    unfinished: {},
    setAside: [],
    zone: null,
  });
  const fromTom = { timeline: [said] };
  const anew = { ...said, id: "said-it-was", text: "On-call said it was fine, and left." };

  test("stands beside the row that the other wrote in, and that is a conflict", () => {
    const edited = { ...said, kind: "impact" };
    for (const [ours, theirs] of [
      [anew, edited],
      [edited, anew],
    ]) {
      const draft = draftOf(document({ timeline: [ours] }));
      const merged = mergeDrafts(
        written(fromTom),
        draft,
        written({ timeline: [theirs] }),
        new Set(),
      );
      expect(idsOf(merged.draft).toSorted()).toEqual(["said-it-was", said.id]);
      expect(merged.conflicts).toMatchObject([{ kind: "row", id: said.id }]);
    }
  });

  test("is another one than a row that was put in the place of one", () => {
    const before = { timeline: [entry("deploy-of-api-begins", "Deploy of api begins.")] };
    const web = { timeline: [entry("deploy-of-web-begins", "Deploy of web begins.")] };
    const corrected = { timeline: [{ ...before.timeline[0], at: "2026-03-01T05:00Z" }] };
    const merged = mergeDrafts(
      written(before),
      draftOf(document(corrected)),
      written(web),
      new Set(),
    );
    const row = merged.draft.record.timeline.find(({ id }) => id === "deploy-of-web-begins");
    expect(row?.at).not.toBe("2026-03-01T05:00Z");
    expect(merged.conflicts).toHaveLength(1);
  });

  test("is never lost where both made it anew, beside rows that either has added", () => {
    const added = entry("said-it-was", "Said it was the cache.");
    const mine = { timeline: [added, { ...anew, id: "said-it-was-2" }] };
    const merged = mergeDrafts(
      written(fromTom),
      draftOf(document(mine)),
      written({ timeline: [anew] }),
      new Set(),
    );
    const texts = merged.draft.record.timeline.map(({ text }) => text);
    expect(texts).toContain(added.text);
    expect(texts).toContain(anew.text);
    const ids = idsOf(merged.draft);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
