import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { IncidentDocument } from "#knowledge/incident/document";
import { readDocument } from "#knowledge/incident/read-document";
import { writeDocument } from "#knowledge/incident/write-document";

import type { Fields } from "./conflict";
import { isSame } from "./equality";
import { mergeDocuments } from "./merge-documents";
import { choicesFor, settle } from "./settle";
import { marksIn } from "./testing/marks";
import { anyTwoAuthors } from "./testing/two-authors";
import type { Three } from "./three-way";

type Marks = ReadonlyMap<string, number>;

/** The marks that are in none of the places. */
function missing(marks: Iterable<string>, ...places: readonly Marks[]): string[] {
  return [...marks].filter((mark) => places.every((place) => !place.has(mark)));
}

/** The sentences of the record and the lines of the story. */
function passagesOf({ record, story }: IncidentDocument): Set<string> {
  const sentences = JSON.stringify(record).split(/\\n|"|(?<=\.) /);
  return new Set([...sentences, ...story.split("\n")]);
}

/** All that the law says of what becomes of words and rows. */
function expectLawful({ base, ours, theirs }: Three<IncidentDocument>): void {
  const { document, conflicts } = mergeDocuments({ base, ours, theirs });
  const before = marksIn(base);
  const [mine, other] = [marksIn(ours), marksIn(theirs)];
  const [merged, disputed] = [marksIn(document), marksIn(conflicts)];

  // What either wrote, and has not taken back, is there or in a conflict.
  expect(missing(missing(mine.keys(), before), merged, disputed)).toEqual([]);
  expect(missing(missing(other.keys(), before), merged, disputed)).toEqual([]);
  // So is what both left. What one removed and the other left alone is gone, unless a conflict
  // says so; what both removed is gone.
  const left = [...before.keys()].map((mark) => ({
    mark,
    by: Number(mine.has(mark)) + Number(other.has(mark)),
  }));
  const marksLeftBy = (count: number) =>
    left.flatMap(({ mark, by }) => (by === count ? [mark] : []));
  expect(missing(marksLeftBy(2), merged, disputed)).toEqual([]);
  const passages = [passagesOf(base), passagesOf(ours), passagesOf(theirs)] as const;
  const untouched = new Set(
    [...passages[0]]
      .filter((passage) => passages[1].has(passage) || passages[2].has(passage))
      .flatMap((passage) => [...marksIn(passage).keys()]),
  );
  const stillThere = marksLeftBy(1).filter((mark) => merged.has(mark) && untouched.has(mark));
  expect(missing(stillThere, disputed)).toEqual([]);
  expect(marksLeftBy(0).filter((mark) => merged.has(mark))).toEqual([]);
  // Nothing is invented, and nothing stands twice without a conflict that says why. Only lines of
  // the story may, when both authors moved them and the headings above them are no more.
  expect(missing(merged.keys(), mine, other)).toEqual([]);
  const inRecord = marksIn(document.record);
  const twice = [...merged].flatMap(([mark, count]) =>
    count > 1 && (inRecord.has(mark) || !before.has(mark)) ? [mark] : [],
  );
  expect(missing(twice, disputed)).toEqual([]);
  expectUntouchedRows({ base, ours, theirs }, document);
}

function expectUntouchedRows(three: Three<IncidentDocument>, merged: IncidentDocument): void {
  for (const list of ["timeline", "factors", "claims", "actions", "sources"] as const) {
    const rows = (document: IncidentDocument): readonly Fields[] => document.record[list];
    const find = (document: IncidentDocument, id: unknown) =>
      rows(document).find((row) => row.id === id);
    for (const row of rows(three.base)) {
      const isUntouched =
        isSame(row, find(three.ours, row.id)) && isSame(row, find(three.theirs, row.id));
      if (isUntouched) expect(find(merged, row.id)).toEqual(row);
    }
  }
}

/** The document as it comes back from its file, or its faults. */
function readAgain(document: IncidentDocument) {
  const read = readDocument(writeDocument(document), "merged.md");
  return read.kind === "read" ? read.document : read.faults;
}

describe("what two authors make of one document", () => {
  test("is in the merged one or in a conflict, over a thousand histories", () => {
    fc.assert(fc.property(anyTwoAuthors, expectLawful), {
      numRuns: 1_000,
    });
    // A thousand take half a minute on a busy machine.
  }, 180_000);

  test("makes a document that can be saved, and never a conflict of the whole", () => {
    fc.assert(
      fc.property(anyTwoAuthors, (three) => {
        const { document, conflicts } = mergeDocuments(three);
        expect(readAgain(document)).toEqual(document);
        expect(conflicts.map(({ kind }) => kind)).not.toContain("document");
      }),
      { numRuns: 120 },
    );
  });

  test("is what one made when the other made nothing or the same", () => {
    fc.assert(
      fc.property(anyTwoAuthors, ({ base, ours, theirs }) => {
        const alone = [
          [mergeDocuments({ base, ours, theirs: base }), ours],
          [mergeDocuments({ base, ours: base, theirs }), theirs],
          [mergeDocuments({ base, ours, theirs: ours }), ours],
        ] as const;
        for (const [merged, made] of alone) {
          expect(merged).toEqual({ document: made, conflicts: [] });
        }
      }),
      { numRuns: 60 },
    );
  });

  // The same without the short cut for documents that are equal: the title differs as well.
  test("is so in every part, when another part was changed by both", () => {
    fc.assert(
      fc.property(anyTwoAuthors, ({ base, ours }) => {
        const titled = ({ record, story }: IncidentDocument, title: string) => ({
          record: { ...record, title },
          story,
        });
        const merged = mergeDocuments({
          base: titled(base, "Before"),
          ours: titled(ours, "Ours"),
          theirs: titled(base, "Theirs"),
        });
        expect(merged.document).toEqual(titled(ours, "Theirs"));
        expect(merged.conflicts).toMatchObject([{ kind: "value", keys: ["title"] }]);
      }),
      { numRuns: 120 },
    );
  });

  test("is the same words and rows whoever of the two saves first", () => {
    fc.assert(
      fc.property(anyTwoAuthors, ({ base, ours, theirs }) => {
        const one = mergeDocuments({ base, ours, theirs });
        const other = mergeDocuments({ base, ours: theirs, theirs: ours });
        const words = ({ document, conflicts }: typeof one) =>
          [...marksIn([document, conflicts]).keys()].toSorted();
        expect(words(other)).toEqual(words(one));
      }),
      { numRuns: 120 },
    );
  });

  test("stays in conflicts only until they are settled, in any order", () => {
    fc.assert(
      fc.property(anyTwoAuthors, fc.infiniteStream(fc.nat(2)), (three, choices) => {
        const { document, conflicts } = mergeDocuments(three);
        let settled = document;
        for (const conflict of conflicts) {
          expect(settle(settled, conflict, conflict.kept)).toBe(settled);
          const possible = choicesFor(settled, conflict);
          const choice = possible[choices.next().value % possible.length] ?? conflict.kept;
          settled = settle(settled, conflict, choice);
          const version = choice === "both" ? null : conflict[choice];
          expect(missing(marksIn(version).keys(), marksIn([settled, conflicts]))).toEqual([]);
        }
        expect(readAgain(settled)).toEqual(settled);
      }),
      { numRuns: 120 },
    );
  });
});
