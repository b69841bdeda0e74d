import { describe, expect, test } from "vitest";

import { fitted, heldIn, isTooWide, withoutEntities, withoutForce } from "./pasted-markdown";

test("copied HTML says more than its words where it has marks or pictures, not where it has colours", () => {
  const copied = [
    "<p>a <b>b</b></p>",
    '<p>a <img src="b.png"></p>',
    '<span style="font-weight:700">a</span>',
    "<ul><li>a</li></ul>",
    '<div style="color:#abc"><span>- a</span></div>',
    "<meta charset='utf-8'><p>a<br>b</p>",
    `<b>${"a".repeat(2_000_001)}</b>`,
  ];
  const held = ["form", "form", "form", "form", "words", "words", "too much"];
  expect(copied.map(heldIn)).toEqual(held);
  expect(heldIn("a".repeat(2_000_001))).toBe("words");
});

test("entities stay only where the sign would mean something", () => {
  expect(withoutEntities("a &lt; b &amp; c &gt; d `a <b> &amp;`")).toBe(
    "a < b & c > d `a <b> &amp;`",
  );
  expect(withoutEntities("&lt;script&gt; &amp;lt; &gt;")).toBe("&lt;script> &amp;lt; >");
  expect(withoutEntities("&gt; no quotation")).toBe("&gt; no quotation");
  expect(withoutEntities("```\nif a &lt; b\n```\n&lt;b a &lt; b")).toBe(
    "```\nif a &lt; b\n```\n&lt;b a < b",
  );
});

test("styles and handlers are written down and not in force", () => {
  expect(
    withoutForce(
      `<style>b{}</style><p class="a" style='x:y'>style="z" <b\nSTYLE=q onload=x/y/onclick=z onclick>c`,
    ),
  ).toBe(
    `</style><p class="a" data-style='x:y'>style="z" <b\ndata-STYLE=q data-onload=x/y/onclick=z data-onclick>c`,
  );
  expect(withoutForce("<p>a<style>b")).toBe("<p>a");
});

test("styles are written down behind any other attribute, and attributes keep what they say", () => {
  expect(withoutForce(`<p title="a > b" style="x">`)).toBe(`<p title="a > b" data-style="x">`);
  expect(withoutForce(`<p title='a < " style=z'style = "x"/onclick=y>`)).toBe(
    `<p title='a < " style=z'data-style = "x"/data-onclick=y>`,
  );
  expect(withoutForce(`<p =style="x" a==b style>`)).toBe(`<p =style="x" a==b data-style>`);
  expect(withoutForce(`<p alt="never ended><b style="x">`)).toBe(
    `<p alt="never ended><b style="x">`,
  );
  expect(withoutForce(`<style-guide style=x>`)).toBe("");
  const many = "<b style=x ".repeat(150_000);
  expect(withoutForce(`${many}a="`).match(/ data-style/g)).toHaveLength(150_000);
});

test("tables are counted as they will be, with as many cells in each row as in the widest", () => {
  const row = (cells: number, colSpan = 1) => ({
    cells: Array.from({ length: cells }, () => ({ colSpan })),
  });
  const high = Array(60_000).fill(row(0));
  expect(isTooWide([])).toBe(false);
  expect(isTooWide([{ rows: [row(10), ...Array(499).fill(row(1))] }])).toBe(false);
  expect(isTooWide([{ rows: [row(11), ...Array(499).fill(row(1))] }])).toBe(true);
  expect(isTooWide([{ rows: Array(51).fill(row(1, 100)) }])).toBe(false);
  expect(isTooWide([{ rows: Array(51).fill(row(4, 100)) }])).toBe(true);
  expect(isTooWide([{ rows: high }])).toBe(false);
  expect(isTooWide([{ rows: [...high, row(60_000)] }])).toBe(true);
  expect(isTooWide(Array.from({ length: 51 }, () => ({ rows: Array(10).fill(row(10)) })))).toBe(
    true,
  );
});

describe("a pasted piece", () => {
  const put = (before: string, piece: string, after: string) =>
    before + fitted(piece, before + after, before.length, before.length) + after;

  test("of a paragraph goes into the sentence", () => {
    expect(put("one ", "**two**", " three")).toBe("one **two** three");
  });

  test("of several lines stands apart, without further empty lines", () => {
    expect(put("one", "- two\n- three", "four")).toBe("one\n\n- two\n- three\n\nfour");
    expect(put("one\n\n", "| a |\n| --- |", "\nfour")).toBe("one\n\n| a |\n| --- |\n\nfour");
    expect(put("", "### Two", "")).toBe("### Two");
  });

  test("is put into a text with many empty lines", () => {
    const apart = "\n".repeat(200_000);
    expect(put(`a${apart}b`, "- two", `c${apart}d`)).toBe(`a${apart}b\n\n- two\n\nc${apart}d`);
    expect(put(`a${apart}`, "- two", `\nd`)).toBe(`a${apart}- two\n\nd`);
  });
});
