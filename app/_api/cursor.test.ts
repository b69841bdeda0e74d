import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { readCursor, writeCursor } from "./cursor";

const anyCursor = fc.record({
  after: fc.stringMatching(/^[a-z0-9]{1,20}(?:-[a-z0-9]{1,20}){0,2}$/),
  offset: fc.integer({ min: 1, max: 1_000_000 }),
  number: fc.option(fc.integer({ min: 1, max: 500 })),
});

describe("a cursor", () => {
  test("is read as it was written, and needs no escaping in an address", () => {
    fc.assert(
      fc.property(anyCursor, (cursor) => {
        const written = writeCursor(cursor);
        expect(readCursor(written)).toEqual(cursor);
        expect(encodeURIComponent(written)).toBe(written);
      }),
    );
  });

  test("that we have not written is none, whatever it is", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => readCursor(text) === null));
    const inBase64url = (text: string) => Buffer.from(text).toString("base64url");
    for (const text of [
      "",
      "=",
      "null",
      inBase64url("null"),
      inBase64url("[]"),
      inBase64url('["a",0,null]'),
      inBase64url('["a",1.5,null]'),
      inBase64url('["A b",1,null]'),
      inBase64url('["a",1e99,null]'),
      inBase64url('["a",1,null,2]'),
      `${inBase64url('["a",1,null]')}=`,
      "a".repeat(4_000),
    ]) {
      expect([text, readCursor(text)]).toEqual([text, null]);
    }
  });
});
