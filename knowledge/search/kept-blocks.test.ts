import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { KeptBlocks } from "./kept-blocks";

/** Parts of two bytes each under some keys in some blocks, each block with a version. */
class Source {
  readonly parts = new Map<string, string>();
  readonly versions = new Map<number, number>();
  readonly loads: { keys: readonly string[]; blocks: readonly number[] }[] = [];
  failsNext = false;
  #version = 0;

  write(key: string, block: number, part: string | null): void {
    if (part === null) this.parts.delete(`${key} ${block}`);
    else this.parts.set(`${key} ${block}`, part);
    this.versions.set(block, (this.#version += 1));
  }

  under(key: string): string {
    return [...this.versions.keys()]
      .toSorted((a, b) => a - b)
      .flatMap((block) => this.parts.get(`${key} ${block}`) ?? [])
      .join();
  }

  kept(limit: number): KeptBlocks<string, string> {
    return new KeptBlocks({
      load: (keys, blocks) => {
        this.loads.push({ keys, blocks });
        if (this.failsNext) {
          this.failsNext = false;
          return Promise.reject(new Error("away"));
        }
        const there = keys.flatMap((key) =>
          blocks.flatMap((block) => {
            const part = this.parts.get(`${key} ${block}`);
            return part === undefined ? [] : [[key, block, part] as const];
          }),
        );
        return Promise.resolve(there);
      },
      assemble: (parts) =>
        [...parts]
          .toSorted(([a], [b]) => a - b)
          .map(([, part]) => part)
          .join(),
      weigh: (part) => part.length,
      limit,
    });
  }
}

const key = fc.constantFrom("a", "b", "c");
const write = fc.record({
  key,
  block: fc.nat({ max: 3 }),
  part: fc.option(fc.stringMatching(/^[a-z]{2}$/)),
});
const step = fc.oneof(write, fc.array(key, { maxLength: 4 }));

describe("what is kept of the index", () => {
  test.each([
    ["with room for all", 1_000_000],
    ["with room for one", 600],
    ["with room for nothing", 0],
  ])("is what stands there, whatever was read and written before: %s", async (_, limit) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const source = new Source();
        const kept = source.kept(limit);
        const given: string[] = [];
        const expected: string[] = [];
        for (const one of steps) {
          if (!Array.isArray(one)) source.write(one.key, one.block, one.part);
          else {
            const read = await kept.read(one, new Map(source.versions));
            given.push(...one.map((asked) => read.get(asked) ?? "nothing"));
            expected.push(...one.map((asked) => source.under(asked)));
          }
        }
        expect(given).toEqual(expected);
      }),
    );
  });

  test("is read once, and again only where its block has changed", async () => {
    const source = new Source();
    source.write("a", 0, "aa");
    source.write("a", 1, "bb");
    const kept = source.kept(1_000_000);
    await kept.read(["a"], new Map(source.versions));
    await kept.read(["a"], new Map(source.versions));
    expect(source.loads).toEqual([{ keys: ["a"], blocks: [0, 1] }]);
    source.write("a", 1, "cc");
    const read = await kept.read(["a"], new Map(source.versions));
    expect(read.get("a")).toBe("aa,cc");
    expect(source.loads.at(-1)).toEqual({ keys: ["a"], blocks: [1] });
  });

  test("is read once for all who ask at the same time", async () => {
    const source = new Source();
    source.write("a", 0, "aa");
    source.write("b", 0, "bb");
    const kept = source.kept(1_000_000);
    const reads = [["a"], ["a", "b"], ["b"], ["a"]].map((keys) =>
      kept.read(keys, new Map(source.versions)),
    );
    const found = await Promise.all(reads);
    expect(found.map((one) => [...one.values()].join())).toEqual(["aa", "aa,bb", "bb", "aa"]);
    expect(source.loads.map(({ keys }) => keys)).toEqual([["a"], ["b"]]);
  });

  test("is not read again because something else is asked for the first time", async () => {
    const source = new Source();
    for (const block of [0, 1, 2]) source.write("a", block, "aa");
    const kept = source.kept(1_000_000);
    await kept.read(["a"], new Map(source.versions));
    source.write("a", 1, "cc");
    await kept.read(["a", "b"], new Map(source.versions));
    expect(source.loads.slice(1)).toEqual([
      { keys: ["a"], blocks: [1] },
      { keys: ["b"], blocks: [0, 1, 2] },
    ]);
  });

  test("is asked for again when reading it has failed", async () => {
    const source = new Source();
    source.write("a", 0, "aa");
    const kept = source.kept(1_000_000);
    source.failsNext = true;
    const now = new Map(source.versions);
    const both = await Promise.allSettled([kept.read(["a"], now), kept.read(["a"], now)]);
    expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect((await kept.read(["a"], now)).get("a")).toBe("aa");
  });

  test("goes when there is too much, that which was used longest ago first", async () => {
    const source = new Source();
    for (const name of ["a", "b", "c"]) source.write(name, 0, name);
    // Two entries have room.
    const kept = source.kept(1_100);
    for (const name of ["a", "b", "a", "c", "a"]) await kept.read([name], new Map(source.versions));
    expect(source.loads.map(({ keys }) => keys)).toEqual([["a"], ["b"], ["c"]]);
    await kept.read(["b"], new Map(source.versions));
    expect(source.loads).toHaveLength(4);
  });
});
