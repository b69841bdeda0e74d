import * as fc from "fast-check";
import { expect, test } from "vitest";

import { DocumentSet } from "./document-set";
import { DocumentSums } from "./document-sums";

const ids = fc.uniqueArray(fc.nat({ max: 20_000 }), { maxLength: 60 });
const added = fc.array(fc.tuple(ids, fc.integer({ min: 1, max: 4 })), { maxLength: 6 });

test("sums of documents are what adding them up one by one gives", () => {
  fc.assert(
    fc.property(
      added,
      ids,
      fc.nat({ max: 12 }),
      fc.integer({ min: 1, max: 9 }),
      (all, some, least, count) => {
        const sums = new DocumentSums();
        const plain = new Map<number, number>();
        for (const [documents, weight] of all) {
          sums.add(DocumentSet.of(documents), weight);
          for (const id of documents) plain.set(id, (plain.get(id) ?? 0) + weight);
        }
        const sumOf = (id: number) => plain.get(id) ?? 0;
        const held = some.filter((id) => sumOf(id) > 0).toSorted((a, b) => a - b);
        const among = DocumentSet.of(some);
        expect(some.map((id) => sums.of(id))).toEqual(some.map(sumOf));
        expect(sums.atLeast(least, among).ids()).toEqual(held.filter((id) => sumOf(id) >= least));
        expect(sums.largest(count, among)).toEqual(
          held
            .toSorted((a, b) => sumOf(b) - sumOf(a) || b - a)
            .slice(0, count)
            .toSorted((a, b) => a - b),
        );
      },
    ),
  );
});
