import { describe, expect, test } from "vitest";

import { childrenOf, readXml, textOf } from "#knowledge/text/testing/xml-reading";

import { atomFeed, jsonFeed, tagUri, updatedAt, type Feed, type FeedEntry } from "./feed";

const site = "https://incidents.example/";

function entry(slug: string, more: Partial<FeedEntry> = {}): FeedEntry {
  return {
    id: tagUri(site, "2026-11-21", slug),
    title: `What happened at ${slug}`,
    link: `${site}incidents/${slug}`,
    markdown: `${site}incidents/${slug}.md`,
    picture: `${site}incidents/${slug}/picture.png`,
    summary: "A cache was emptied.",
    published: new Date("2026-11-21T00:00:00Z"),
    updated: new Date("2026-11-22T09:30:00Z"),
    classes: [{ slug: "retry-storm", name: "Retry storm" }],
    ...more,
  };
}

function feed(entries: readonly FeedEntry[]): Feed {
  return {
    id: tagUri(site, "2026-11-21", "feed/new-incidents"),
    title: "Hindsight: new incidents",
    subtitle: "What is new.",
    author: "Hindsight",
    home: site,
    atom: `${site}feed.atom`,
    json: `${site}feed.json`,
    classes: `${site}classes/`,
    entries,
  };
}

describe("the name of an entry", () => {
  test("holds the site's host, a day and the slug", () => {
    expect(tagUri("https://incidents.example:8443/base", "2026-11", "a-b")).toBe(
      "tag:incidents.example,2026-11:a-b",
    );
  });

  test("keeps to the grammar of tag addresses where the host is a number", () => {
    expect(tagUri("http://[::1]:3000/", "2026", "a-b")).toMatch(/^tag:[a-z0-9.-]+,2026:a-b$/);
  });
});

describe("when an entry changed", () => {
  const publishedAt = new Date("2026-11-21T10:00:00Z");

  test("is its publication's time", () => {
    const changed = updatedAt({ publishedAt, origin: "editor", recorded: "2026-12-24" });
    expect(changed).toEqual(publishedAt);
  });

  test.each([
    ["2026-11-20", "2026-11-21T10:00:00.000Z"],
    ["2026-12-24", "2026-12-24T00:00:00.000Z"],
  ])("is the later of import and record for an import recorded on %s", (recorded, expected) => {
    expect(updatedAt({ publishedAt, origin: "import", recorded }).toISOString()).toBe(expected);
  });
});

describe("the Atom feed", () => {
  const hostile = entry("b", { title: `<b>&"'\0]]></title>`, summary: "1 < 2 & \u0007 3 > 2" });
  const root = readXml(atomFeed(feed([entry("a"), hostile])));

  test("has what RFC 4287 asks of a feed", () => {
    expect(root.name).toBe("feed");
    expect(root.attributes.xmlns).toBe("http://www.w3.org/2005/Atom");
    for (const name of ["id", "title", "updated", "author"]) {
      expect(childrenOf(root, name)).toHaveLength(1);
    }
    expect(textOf(root, "updated")).toBe("2026-11-22T09:30:00.000Z");
    const links = childrenOf(root, "link").map(({ attributes }) => [
      attributes.rel,
      attributes.href,
    ]);
    expect(links).toContainEqual(["self", `${site}feed.atom`]);
  });

  test("has what RFC 4287 asks of each entry", () => {
    const entries = childrenOf(root, "entry");
    expect(entries).toHaveLength(2);
    for (const one of entries) {
      for (const name of ["id", "title", "updated", "published", "summary"]) {
        expect(childrenOf(one, name)).toHaveLength(1);
      }
      const alternates = childrenOf(one, "link").map(({ attributes }) => attributes);
      expect(new Set(alternates.map(({ rel, type }) => `${rel} ${type}`)).size).toBe(
        alternates.length,
      );
      expect(alternates.every(({ href }) => href?.startsWith(site))).toBe(true);
      expect(childrenOf(one, "category")[0]?.attributes).toEqual({
        term: "retry-storm",
        scheme: `${site}classes/`,
        label: "Retry storm",
      });
    }
  });

  test("says hostile words as they are, without what XML cannot hold", () => {
    const [, second] = childrenOf(root, "entry");
    expect(second && textOf(second, "title")).toBe(`<b>&"']]></title>`);
    expect(second && textOf(second, "summary")).toBe("1 < 2 &  3 > 2");
  });

  test("is a feed also while nothing is published", () => {
    const empty = readXml(atomFeed(feed([])));
    expect(textOf(empty, "updated")).toBe("1970-01-01T00:00:00.000Z");
    expect(childrenOf(empty, "entry")).toEqual([]);
  });
});

describe("the JSON feed", () => {
  test("has what version 1.1 asks for", () => {
    const { version, title, items } = jsonFeed(feed([entry("a")]));
    expect({ version, title }).toEqual({
      version: "https://jsonfeed.org/version/1.1",
      title: "Hindsight: new incidents",
    });
    expect(items).toEqual([
      {
        id: "tag:incidents.example,2026-11-21:a",
        url: `${site}incidents/a`,
        title: "What happened at a",
        summary: "A cache was emptied.",
        content_text: "A cache was emptied.",
        image: `${site}incidents/a/picture.png`,
        date_published: "2026-11-21T00:00:00.000Z",
        date_modified: "2026-11-22T09:30:00.000Z",
        tags: ["Retry storm"],
      },
    ]);
  });
});
