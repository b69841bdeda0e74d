import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { DocumentSet } from "./document-set";

const ids = fc.uniqueArray(fc.nat({ max: 30_000 }));
const ascending = (list: Iterable<number>) => [...list].toSorted((a, b) => a - b);

describe("a set of documents", () => {
  test("does what a set of their ids does", () => {
    fc.assert(
      fc.property(ids, ids, (some, others) => {
        const [a, b] = [DocumentSet.of(some), DocumentSet.of(others)];
        const [x, y] = [new Set(some), new Set(others)];
        expect(a.ids()).toEqual(ascending(x));
        expect(a.size).toBe(x.size);
        expect(a.and(b).ids()).toEqual(ascending(some.filter((id) => y.has(id))));
        expect(a.without(b).ids()).toEqual(ascending(some.filter((id) => !y.has(id))));
        expect(a.or(b).ids()).toEqual(ascending(new Set([...some, ...others])));
        expect(a.latest(3)).toEqual(ascending(x).slice(-3));
        for (const id of [0, 8_191, 8_192, ...others]) expect(a.has(id)).toBe(x.has(id));
      }),
    );
  });

  test("is the same after it was written and read as bits, block by block", () => {
    fc.assert(
      fc.property(ids, (some) => {
        const set = DocumentSet.of(some);
        expect(DocumentSet.fromBits(set.toBits()).ids()).toEqual(set.ids());
        for (const { bits } of set.toBits()) expect(bits).toMatch(/^[01]{8192}$/);
      }),
    );
  });

  test("is not changed by what is made from it", () => {
    const a = DocumentSet.of([1, 2]);
    DocumentSet.union([a, DocumentSet.of([3])]);
    expect(a.ids()).toEqual([1, 2]);
  });
});
