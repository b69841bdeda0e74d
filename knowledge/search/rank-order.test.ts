import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { byCount, byRank, slugOrderOf } from "./rank-order";

const all = { limit: 100, offset: 0 };

describe("documents by a count", () => {
  test("are in the order of the count, then of the slug, page by page", () => {
    const ids = fc.uniqueArray(fc.nat({ max: 60 }), { maxLength: 40 });
    const counts = fc.array(fc.nat({ max: 3 }), { minLength: 61, maxLength: 61 });
    fc.assert(
      fc.property(ids, ids, counts, fc.nat({ max: 9 }), (bySlug, some, countOf, offset) => {
        const order = slugOrderOf(bySlug);
        const counted = (id: number) => countOf[id] ?? 0;
        const expected = bySlug
          .filter((id) => some.includes(id))
          .toSorted((a, b) => counted(b) - counted(a));
        expect(byCount(some, counted, order, all)).toEqual(expected);
        expect(byCount(some, counted, order, { limit: 4, offset })).toEqual(
          expected.slice(offset, offset + 4),
        );
      }),
    );
  });

  test("leave out what has left, and put nothing in its place", () => {
    expect(byCount([3, 4, 5, 9], () => 1, slugOrderOf([7, 3, 5]), all)).toEqual([3, 5]);
  });
});

test("documents by a rank are in its order, then in that of the slug, page by page", () => {
  const ranks = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 30 });
  fc.assert(
    fc.property(ranks, fc.nat({ max: 9 }), (given, offset) => {
      const ranked = given.map((rank, documentId) => ({ documentId, rank: rank / 4 }));
      const order = slugOrderOf(ranked.map(({ documentId }) => documentId).toReversed());
      const expected = ranked
        .toReversed()
        .toSorted((a, b) => b.rank - a.rank)
        .slice(offset, offset + 5);
      expect(byRank(ranked, order, { limit: 5, offset })).toEqual(expected);
    }),
  );
});
