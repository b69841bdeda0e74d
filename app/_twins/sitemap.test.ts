import { describe, expect, test } from "vitest";

import { childrenOf, readXml, textOf } from "#knowledge/text/testing/xml-reading";

import { addressesPerPart, sitemap, sitemapPart } from "./sitemap";

function addresses(count: number) {
  return Array.from({ length: count }, (_, number) => ({
    location: `https://incidents.example/sources/${number}?a&b`,
    changedAt: number === 0 ? new Date("2026-11-21T10:00:00Z") : null,
  }));
}

describe("the sitemap", () => {
  test("lists the addresses themselves while one file can hold them", () => {
    const root = readXml(sitemap(addresses(2)));
    expect(root.name).toBe("urlset");
    const [first, second] = childrenOf(root, "url");
    expect(first && textOf(first, "loc")).toBe("https://incidents.example/sources/0?a&b");
    expect(first && textOf(first, "lastmod")).toBe("2026-11-21T10:00:00.000Z");
    expect(second && childrenOf(second, "lastmod")).toEqual([]);
  });

  test("becomes an index of parts that hold every address once", () => {
    const all = addresses(2 * addressesPerPart + 1);
    const index = readXml(sitemap(all));
    expect(index.name).toBe("sitemapindex");
    expect(childrenOf(index, "sitemap").map((part) => textOf(part, "loc"))).toEqual([
      "http://localhost:3000/sitemap-1.xml",
      "http://localhost:3000/sitemap-2.xml",
      "http://localhost:3000/sitemap-3.xml",
    ]);
    // A hundred thousand addresses are too many to be read as strictly as the two above.
    const listed = [1, 2, 3].map((part) =>
      [...(sitemapPart(all, part) ?? "").matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc]) => loc),
    );
    expect(listed.map(({ length }) => length)).toEqual([addressesPerPart, addressesPerPart, 1]);
    expect(new Set(listed.flat()).size).toBe(all.length);
    expect(sitemapPart(all, 4)).toBeNull();
  });
});
