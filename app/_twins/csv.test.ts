import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { csv } from "./csv";

/** Reads CSV as RFC 4180 has it. */
function read(text: string): string[][] {
  const rows: string[][] = [];
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  let row: string[] = [];
  let end = 0;
  for (const match of text.matchAll(cells)) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    end = match.index + match[0].length;
    if (match[3] !== "\r\n") continue;
    rows.push(row);
    row = [];
  }
  if (end !== text.length) throw new Error(`not CSV from ${end} on: ${text.slice(end, end + 40)}`);
  return rows;
}

describe("a table", () => {
  test("begins with the mark of UTF-8 and ends each line with CR LF", () => {
    expect(
      csv([
        ["a", "b"],
        ["ü", 7],
      ]),
    ).toBe("\uFEFFa,b\r\nü,7\r\n");
  });

  test("is read as it was written, but for the apostrophe before what could be a formula", () => {
    const cell = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom('"', ",", "\r\n", '""', ""),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 })), (rows) => {
        const plain = read(csv(rows).slice(1)).map((row) =>
          row.map((one) => one.replace(/^'(?=[=+\-@\t\r])/, "")),
        );
        expect(plain).toEqual(
          rows.map((row) => row.map((one) => one.replace(/^'(?=[=+\-@\t\r])/, ""))),
        );
      }),
    );
  });

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x","y")'])(
    "shows %j as text in a spreadsheet",
    (formula) => {
      expect(read(csv([[formula, "x"]]).slice(1))[0]?.[0]).toBe(`'${formula}`);
    },
  );

  test("leaves numbers and words that only hold such a sign as they are", () => {
    expect(csv([[-1, "a=b", "e-mail"]])).toBe("\uFEFF-1,a=b,e-mail\r\n");
  });
});
