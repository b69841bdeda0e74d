import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { readXml, textOf } from "./testing/xml-reading";
import { element, xmlDocument } from "./xml";

const impossible = ["\0", "\x1b", "\uFFFF", "\uD800", "\uDC00"];

describe("an element", () => {
  test("reads as the words that were put into it, whatever they are", () => {
    const words = fc.string({ unit: "grapheme" }).map((text) => text.replace(/[\t\n]/g, " "));
    fc.assert(
      fc.property(words, words, (text, label) => {
        const root = readXml(xmlDocument(element("a", { label }, [element("b", {}, [text])])));
        expect(root.attributes.label).toBe(withoutImpossible(label));
        expect(textOf(root, "b")).toBe(withoutImpossible(text));
      }),
    );
  });

  test("cannot be broken out of", () => {
    const hostile = `</title><script>alert("1")</script>]]>&lt;`;
    const written = xmlDocument(element("title", { label: `"><x y="` }, [hostile]));
    expect(readXml(written)).toEqual({
      name: "title",
      attributes: { label: `"><x y="` },
      children: [hostile],
    });
  });

  test.each(impossible)("leaves out %j, which XML cannot hold", (character) => {
    expect(element("a", {}, [`be${character}fore`]).markup).toBe("<a>before</a>");
  });

  test("keeps characters beyond the first plane", () => {
    expect(element("a", {}, ["𝛑 🜁"]).markup).toBe("<a>𝛑 🜁</a>");
  });
});

function withoutImpossible(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these controls are what we look for
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu, "");
}
