import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { bitsFrom, DocumentSet } from "./document-set";

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
        expect(a.sizeWith(b)).toBe(a.and(b).size);
        expect(a.latest(3)).toEqual(ascending(x).slice(-3));
        for (const id of [0, 8_191, 8_192, ...others]) expect(a.has(id)).toBe(x.has(id));
      }),
    );
  });

  test("counts what it shares with a set of any density", () => {
    const every = (step: number) =>
      DocumentSet.of(Array.from({ length: Math.ceil(20_000 / step) }, (_, at) => at * step));
    for (const step of [1, 2, 7, 33, 50, 100, 900]) {
      for (const other of [1, 3, 40, 64, 1_000]) {
        const [a, b] = [every(step), every(other)];
        expect(a.sizeWith(b), `every ${step} with every ${other}`).toBe(a.and(b).ids().length);
        expect(a.ids()).toHaveLength(a.size);
      }
    }
  });

  test("is the same after it was written and read as bytes, block by block", () => {
    fc.assert(
      fc.property(ids, (some) => {
        const set = DocumentSet.of(some);
        const bits = set.bytes().map(([block, bytes]) => [block, bitsFrom(bytes)] as const);
        expect(DocumentSet.fromBits(new Map(bits)).ids()).toEqual(set.ids());
        for (const [, bytes] of set.bytes()) expect(bytes).toHaveLength(1_024);
      }),
    );
  });

  test("has its documents as PostgreSQL has bits: the first is the highest of the first byte", () => {
    expect(DocumentSet.of([0, 9]).bytes()[0]?.[1].slice(0, 2)).toEqual(Uint8Array.of(128, 64));
  });

  test("is not changed by what is made from it", () => {
    const a = DocumentSet.of([1, 2]);
    DocumentSet.union([a, DocumentSet.of([3])]);
    a.or(DocumentSet.of([4])).or(DocumentSet.of([9_000]));
    expect(a.ids()).toEqual([1, 2]);
  });
});
