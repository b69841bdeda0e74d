import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";

import { encodingFor, isCompressible, packed } from "./encodings";

describe("the form of an answer", () => {
  test.each([
    [undefined, "identity"],
    ["", "identity"],
    ["gzip, deflate, br, zstd", "br"],
    ["gzip", "gzip"],
    ["br;q=0.2, gzip;q=0.9", "gzip"],
    ["BR", "br"],
    ["br;q=0", "identity"],
    ["*", "br"],
    ["*;q=0.5, br;q=0", "gzip"],
    ["gzip;q=0.5, identity", "identity"],
    ["gzip;q=nonsense, br;q=0.1", "br"],
    ["identity;q=0", "identity"],
    ["zstd", "identity"],
    ["abrupt", "identity"],
  ] as const)("for “%s” is %s", (accepted, encoding) => {
    expect(encodingFor(accepted)).toBe(encoding);
  });

  test("unpacks to the same bytes, quick or thorough", async () => {
    const body = Buffer.from("has this happened before? ".repeat(200));
    expect(gunzipSync(await packed(body, "gzip", "quick"))).toEqual(body);
    const [quick, thorough] = await Promise.all([
      packed(body, "br", "quick"),
      packed(body, "br", "thorough"),
    ]);
    expect(brotliDecompressSync(quick)).toEqual(body);
    expect(brotliDecompressSync(thorough)).toEqual(body);
    expect(thorough.length).toBeLessThanOrEqual(quick.length);
  });

  test("is packed for text and data, not for what is packed already", () => {
    expect(isCompressible("text/html; charset=utf-8")).toBe(true);
    expect(isCompressible("application/atom+xml")).toBe(true);
    expect(isCompressible("image/svg+xml")).toBe(true);
    expect(isCompressible("image/png")).toBe(false);
    expect(isCompressible("font/woff2")).toBe(false);
  });
});
