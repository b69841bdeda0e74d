import { describe, expect, test } from "vitest";

import { documentJson } from "./document-json";
import { readDocument } from "./read-document";

describe("the JSON twin of a document", () => {
  test("has slug, the front matter's keys in their order, and story; lists are always lists", () => {
    const yaml = `organization: Example
title: A
factors:
  - {standing: inferred, statement: S, role: trigger, id: a}
changes:
  - {source: s, text: T}
claims:
  - {standing: open, positions: [{stance: asserts, source: s}], statement: S, id: c}
sources:
  - {id: s, title: T, kind: log, seen: full}
`;
    const read = readDocument(`---\n${yaml}---\n\nStory.\n`, "x.md");
    if (read.kind === "faulty") throw new Error("faulty");
    expect(JSON.stringify(documentJson("x", read.document))).toBe(
      '{"slug":"x","formerly":[],"title":"A","kind":"incident","visibility":"public","organization":["Example"],' +
        '"products":[],"sectors":[],"impact":[],"timeline":[],' +
        '"factors":[{"id":"a","role":"trigger","classes":[],"mitigations":[],"statement":"S","source":[],"standing":"inferred","luck":false}],' +
        '"lessons":[],"changes":[{"text":"T","source":["s"]}],' +
        '"claims":[{"id":"c","statement":"S","standing":"open","positions":[{"source":"s","stance":"asserts"}]}],' +
        '"actions":[],"questions":[],"related":[],' +
        '"sources":[{"id":"s","title":"T","kind":"log","seen":"full"}],"story":"Story.\\n"}',
    );
  });
});
