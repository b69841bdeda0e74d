import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";

import { preparePage } from "./page-scripts";

const MARK = "5ec2e7";
const sha256 = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** A page as Next writes it, around the given content of its body. */
function nextPage(body: string): string {
  return [
    '<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/>',
    `<link rel="stylesheet" href="/_next/static/a.css" nonce="${MARK}" data-precedence="next"/>`,
    `<link rel="preload" as="script" nonce="${MARK}" href="/_next/static/a.js"/>`,
    `<link rel="preload" as="font" href="/_next/static/a.woff2"/>`,
    `<script src="/_next/static/a.js" async="" nonce="${MARK}"></script>`,
    '<script src="/assets/theme.js" data-own=""></script></head>',
    `<body>${body}<script nonce="${MARK}">self.__next_f.push([1,"\\"nonce\\":\\"${MARK}\\""])</script>`,
    "</body></html>",
  ].join("");
}

describe("a page without an island", () => {
  const page = preparePage(
    nextPage('<h1>Factor <!-- -->1</h1><script type="application/ld+json">{"a":1}</script>'),
    MARK,
  );

  test("keeps content, styles, font preloads, data and our own script, and none of the framework", () => {
    expect(page).toEqual({
      kind: "plain",
      settled: true,
      hashes: { scripts: [], styles: [] },
      html: [
        '<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/>',
        '<link rel="stylesheet" href="/_next/static/a.css" data-precedence="next"/>',
        '<link rel="preload" as="font" href="/_next/static/a.woff2"/>',
        '<script src="/assets/theme.js" data-own=""></script></head>',
        '<body><h1>Factor 1</h1><script type="application/ld+json">{"a":1}</script></body></html>',
      ].join(""),
    });
  });

  test("is broken when a part of it failed or still waits, since no script will complete it", () => {
    expect(preparePage(nextPage("<!--$?--><p>waiting</p><!--/$-->"), MARK).kind).toBe("broken");
    expect(preparePage(nextPage("<!--$!--><p>failed</p><!--/$-->"), MARK).kind).toBe("broken");
    expect(preparePage(nextPage("<p>&lt;!--$!--&gt;</p><!--$--><!--/$-->"), MARK).kind).toBe(
      "plain",
    );
  });
});

describe("a page with an island", () => {
  const island = nextPage('<button data-island="">0</button>');
  const page = preparePage(island, MARK);

  test("keeps the framework's scripts and allows the inline ones by the hash of what is sent", () => {
    const inline = 'self.__next_f.push([1,"\\"nonce\\":\\"\\""])';
    expect(page).toMatchObject({
      kind: "island",
      settled: true,
      hashes: { scripts: [sha256(inline)], styles: [] },
    });
    expect(page).toHaveProperty("html", expect.stringContaining(`<script>${inline}</script>`));
    expect(page).toHaveProperty("html", expect.stringContaining("/_next/static/a.js"));
  });

  test("never tells the mark, with which a document could bless its own script", () => {
    expect(JSON.stringify(page)).not.toContain(MARK);
  });

  test("loses inline scripts that are not the framework's, and does not hash them", () => {
    const hostile = preparePage(
      nextPage('<i data-island></i><script>alert(1)</script><script nonce="x">alert(2)</script>'),
      MARK,
    );
    expect(JSON.stringify(hostile)).not.toContain("alert");
    expect(hostile).toHaveProperty("hashes.scripts.length", 1);
  });

  test("is not one because a text or an attribute speaks of data-island", () => {
    const text = nextPage(
      '<p title="data-island <i data-island>">data-island &lt;i data-island&gt;</p>',
    );
    expect(preparePage(text, MARK).kind).toBe("plain");
  });

  test("says when its scripts must still complete a part of it", () => {
    const open = preparePage(nextPage("<i data-island></i><!--$?--><p></p><!--/$-->"), MARK);
    expect(open).toMatchObject({ kind: "island", settled: false });
  });
});
