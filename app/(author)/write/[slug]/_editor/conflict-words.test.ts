import { describe, expect, test } from "vitest";

import { documentOf, draftOf } from "#knowledge/review/draft";
import { document, entry } from "#knowledge/review/merge/testing/written";

import { doneInWords, endInWords, placeInWords } from "./conflict-words";
import { mergeDrafts } from "./merging";

const wording =
  "Person B could not reach the console, since it wanted the very service that was down.";

/** The conflicts of two authors who began with one entry. */
function conflictsOf(mine: readonly object[], theirs: readonly object[]) {
  const base = [entry("person-b-could", wording)];
  const as = (timeline: readonly object[]) => document({ record: { timeline } });
  const beside = { unfinished: {}, setAside: [], zone: null };
  const { draft, conflicts } = mergeDrafts(
    { document: as(base), ...beside },
    draftOf(as(mine)),
    { document: as(theirs), ...beside },
    new Set(),
  );
  return conflicts.map((one) => [placeInWords(one, documentOf(draft).record), doneInWords(one)]);
}

describe("a conflict", () => {
  test("is placed by the words of its row and the name of its field", () => {
    const [mine, theirs] = ["impact", "trigger"].map((kind) =>
      entry("person-b-could", wording, { kind }),
    );
    expect(conflictsOf([mine ?? {}], [theirs ?? {}])).toEqual([
      ["Timeline, “Person B could not reach the console, since it wanted the …”, Kind", ""],
    ]);
    const texts = ["Nobody could.", "All could."].map((text) => entry("person-b-could", text));
    const [[place] = []] = conflictsOf([texts[0] ?? {}], [texts[1] ?? {}]);
    expect(place).toMatch(/^Timeline, “.+ could\.”, What happened$/);
  });

  test("of a removed row says who removed it, and that it stands", () => {
    const edited = [entry("person-b-could", wording, { kind: "impact" })];
    expect(conflictsOf([], edited).map(([, done]) => done)).toEqual([
      "You removed it while they wrote in it, so it stands there until you choose.",
    ]);
    expect(conflictsOf(edited, []).map(([, done]) => done)).toEqual([
      "They removed it while you wrote in it, so it stands there until you choose.",
    ]);
  });

  test("ends with what happened: nothing chosen, something chosen, a row that is back", () => {
    expect(endInWords({ places: 0, cameBack: [], zone: null })).toEqual([
      "What you both wrote was put together; nothing had to be chosen.",
    ]);
    expect(endInWords({ places: 2, cameBack: [], zone: null })).toEqual([
      "What you both wrote was put together; you chose what stands in 2 places.",
    ]);
    expect(endInWords({ places: 0, cameBack: ["Pods restart."], zone: null })).toEqual([
      "What you both wrote was put together.",
      "A row that had been removed is back, as they have it: “Pods restart.”",
    ]);
  });

  test("ends with the zone that others chose, beside the one that held here", () => {
    const zone = { now: "Europe/Berlin", before: "UTC" };
    expect(endInWords({ places: 0, cameBack: [], zone })[1]).toBe(
      "Times without a zone are in Europe/Berlin from now on, as they chose. It was UTC here. Times in the record stay as they are.",
    );
    const first = { now: "Europe/Berlin", before: null };
    expect(endInWords({ places: 0, cameBack: [], zone: first })[1]).not.toContain("It was");
  });
});
