import { expect, test } from "vitest";

import { IncidentRecord } from "#knowledge/incident/document";
import { limits, longestTexts } from "#knowledge/incident/limits";
import { readParts } from "#knowledge/review/save";

import { checklistOf } from "./checklist";
import { draftOf, writtenOf, type Draft } from "./draft";
import { longestAt, tooLongInWords } from "./long-texts";

const rows = {
  impact: [{ what: "Checkouts", value: "4,100", source: [] }],
  timeline: [{ id: "alarm", at: "2026-11-14T09:05Z", kind: "detection", text: "An alarm rang" }],
  factors: [{ id: "retry", role: "trigger", standing: "confirmed", statement: "It retried" }],
  changes: [{ text: "A limit" }],
  claims: [{ id: "who", statement: "It was full", standing: "open", positions: [{ source: "" }] }],
  actions: [{ id: "limit", text: "Limit it", state: "open" }],
  questions: [{ text: "Why?" }],
  related: [{ slug: "other", why: "Alike" }],
  sources: [{ id: "log", title: "The log" }],
};

const record = IncidentRecord.parse({
  title: "A title",
  organization: ["Ours", "Theirs"],
  lessons: ["First", "Last"],
  ...rows,
});

/** The draft with a text at a place of its record, as a field puts it there. */
function typed(place: string, text: string): Draft {
  const draft = structuredClone(draftOf({ record, story: "" }));
  const steps = place.split(".");
  const key = steps.pop() ?? "";
  const holder = steps.reduce<unknown>(within, draft.record);
  if (Array.isArray(holder)) holder.splice(Number(key), 0, text);
  else Reflect.set(Object(holder), key, text);
  return draft;
}

/** What stands in a group under a key, or in a list as the row of an id or a number. */
function within(holder: unknown, step: string): unknown {
  if (!Array.isArray(holder)) return Reflect.get(Object(holder), step);
  return holder.find((row, at) => Object(row).id === step || String(at) === step);
}

const ids = {
  timeline: "alarm",
  factors: "retry",
  actions: "limit",
  sources: "log",
  claims: "who",
};

const places = [
  ...Object.keys(longestTexts.record),
  "organization.1",
  "products.0",
  "lessons.1",
  ...Object.entries(longestTexts.rows).flatMap(([list, keys]) => {
    const row =
      list === "positions" ? "claims.0.positions.0" : `${list}.${Reflect.get(ids, list) ?? 0}`;
    return Object.keys(keys).map((key) => `${row}.${key}`);
  }),
];

test.each(places)(
  "a text that is too long at %s is saved beside the document, and comes back",
  (place) => {
    const longest = longestAt(place) ?? 0;
    const text = `${"x".repeat(longest)}yz`;
    const draft = typed(place, text);
    const written = writtenOf(draft);
    expect(written.unfinished).toEqual({ [place]: text });
    expect(readParts(written.document).kind).toBe("read");
    expect(JSON.stringify(written.document)).not.toContain("yz");
    const again = draftOf(written.document, written.unfinished);
    expect(again.unfinished).toEqual({});
    expect(writtenOf(again)).toEqual(written);
    expect(JSON.stringify(again.record)).toContain(text);
  },
);

test.each(places)("a text that just fits at %s is in the document", (place) => {
  const text = `${"x".repeat((longestAt(place) ?? 2) - 2)}yz`;
  const written = writtenOf(typed(place, `${text} `));
  expect(written.unfinished).toEqual({});
  expect(JSON.stringify(written.document)).toContain(text);
});

test("lessons that are too long come back between those that were around them", () => {
  const [one, other] = ["x", "y"].map((letter) => letter.repeat(limits.longText + 1));
  const lessons = ["", one ?? "", "First", "", other ?? "", "Last"];
  const written = writtenOf({ ...draftOf({ record, story: "" }), record: { ...record, lessons } });
  expect(written.document.record.lessons).toEqual(["First", "Last"]);
  expect(Object.keys(written.unfinished)).toEqual(["lessons.0", "lessons.2"]);
  const again = draftOf(written.document, written.unfinished);
  expect(again.record.lessons).toEqual([one, "First", other, "Last"]);
});

test("a text that stands where another one came to stand stays beside the document", () => {
  const long = "x".repeat(limits.title + 1);
  const draft = draftOf({ record, story: "" }, { title: long });
  expect(draft.record.title).toBe("A title");
  expect(writtenOf(draft).unfinished).toEqual({ title: long });
});

test("what is too long is said in letters, without the space around it", () => {
  expect(tooLongInWords(` ${"x".repeat(13_008)}\n`, 12_000)).toBe(
    "too long by 1,008 letters: 12,000 at most",
  );
  expect(tooLongInWords("abc", 2)).toBe("too long by 1 letter: 2 at most");
  expect(tooLongInWords(" ab ", 2)).toBeNull();
});

test("the checklist names what is too long, and shows none of it", () => {
  const template = { title: "", for: "", kind: "incident" as const, sections: [] };
  const said = (place: string) =>
    checklistOf(typed(place, "x".repeat(13_008)), { template, organizations: [] }).advised.find(
      (item) => item.place === place,
    )?.sentence;
  expect(said("summary")).toBe(
    "Summary is too long by 1,008 letters: 12,000 at most. It is not in the record yet, so readers would not see it.",
  );
  expect(said("actions.limit.owner")).toMatch(/^Action 1, owner is too long by 12,808 letters/);
  expect(said("claims.0.positions.0.note")).toMatch(/^Claim 1, note is too long/);
});
