import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { markupOf } from "./markup";

const tagsOf = (html: string) =>
  [...markupOf(html)].flatMap((piece) => (piece.kind === "tag" ? [piece.name] : []));
const firstTag = (html: string) => {
  for (const piece of markupOf(html)) if (piece.kind === "tag") return piece;
  throw new Error("there is no tag");
};
const scriptOf = (html: string) => {
  const tag = firstTag(html);
  return html.slice(tag.end, tag.contentEnd);
};

describe("the tags of a page", () => {
  test("are not those that stand in text, attributes, comments, titles or scripts", () => {
    const html = [
      "<!DOCTYPE html><title><script></title>",
      `<p title="<script src='x'>" data-x='"<b>'>a < b &lt;script&gt; <3</p>`,
      "<!-- <script> --><textarea><script></textarea>",
      '<script type="application/ld+json">{"a":"<b>"}</script><i>',
    ].join("");
    expect(tagsOf(html)).toEqual(["title", "p", "textarea", "script", "i"]);
  });

  test("have the attributes that a browser reads", () => {
    const tag = firstTag(`<SCRIPT\n SRC = /a.js async DATA-X="1>2" data-x=3 y='"' =z/>`);
    expect(tag.name).toBe("script");
    expect([...tag.attributes]).toEqual([
      ["src", "/a.js"],
      ["async", ""],
      ["data-x", "1>2"],
      ["y", '"'],
      ["=z", ""],
    ]);
  });

  test("end with the page where they are left open", () => {
    expect(tagsOf("<p>a<script src='")).toEqual(["p", "script"]);
    expect(tagsOf("<!-- <b>")).toEqual([]);
    expect(tagsOf("<p>a<")).toEqual(["p"]);
  });

  test("begin again behind comments that close at once", () => {
    expect(tagsOf("<!--><a><!---><b><!----><i><!--x--!><u><!-- -- > --><s>")).toEqual([
      "a",
      "b",
      "i",
      "u",
      "s",
    ]);
  });
});

describe("a script", () => {
  test("ends at its end tag in any spelling, and at nothing that only looks like it", () => {
    expect(scriptOf("<script>a</scripty>b</SCRIPT\t>c")).toBe("a</scripty>b");
    expect(scriptOf("<script>a</script/x>c")).toBe("a");
  });

  test("that holds a comment and a script in it ends after both, as in a browser", () => {
    expect(scriptOf("<script><!--<script>a</script>b</script>c</script>")).toBe(
      "<!--<script>a</script>b",
    );
    expect(scriptOf("<script><!--<script>-->a</script>c")).toBe("<!--<script>-->a");
    expect(scriptOf("<script><!--><script>a</script>c")).toBe("<!--><script>a");
    expect(scriptOf("<script><!--a</script>c")).toBe("<!--a");
  });
});

describe("the scanner", () => {
  test("tells of pieces in order, without overlap, whatever the page holds", () => {
    const bits = ["<", ">", "/", "!", "--", "-", "script", "style", '"', "'", "=", " ", "a", "\n"];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bits), { maxLength: 60 }), (parts) => {
        const html = parts.join("");
        let last = 0;
        for (const piece of markupOf(html)) {
          expect(piece.start).toBeGreaterThanOrEqual(last);
          last = piece.kind === "tag" ? piece.elementEnd : piece.end;
          expect(last).toBeGreaterThan(piece.start);
          expect(last).toBeLessThanOrEqual(html.length);
        }
      }),
    );
  });

  test.each([
    ["open tags", "<a "],
    ["open comments", "<!--"],
    ["open quotes", "<a b='"],
    ["false ends", "<script></scrip"],
    ["nested scripts", "<script><!--<script>"],
    ["dashes", "<!-- --"],
  ])("takes a megabyte of %s in its stride", (_, bit) => {
    const html = bit.repeat(Math.ceil(1_000_000 / bit.length));
    for (const piece of markupOf(html)) expect(piece.end).toBeGreaterThan(0);
  });
});
