import { afterEach, describe, expect, test, vi } from "vitest";

import { beat, isLeft, freshName } from "./copy-life";

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("a tab", () => {
  test("has a name of its own on a site without TLS too", () => {
    const { crypto } = globalThis;
    vi.stubGlobal("crypto", {
      getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes),
    });
    expect(freshName()).toMatch(/^[0-9a-f]{32}$/);
    expect(freshName()).not.toBe(freshName());
  });

  test("lives as long as it holds its lock, however old its copy is", () => {
    const copy = { key: "ann review tab", at: 0 };
    expect(isLeft(copy, new Set([copy.key]), 1e12)).toBe(false);
    expect(isLeft(copy, new Set(["another"]), 1)).toBe(true);
  });

  test("without locks lives as long as it says so, also when it is hidden", () => {
    const copy = { key: "ann review tab", at: 0 };
    expect(isLeft(copy, null, beat)).toBe(false);
    expect(isLeft(copy, null, 60_000 + beat)).toBe(false);
    expect(isLeft(copy, null, 120_000)).toBe(true);
  });
});
