import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { addressOf, LONGEST_ADDRESS } from "./address";

const known = (path: string) => (path === "/incidents" ? ["q", "class", "sort"] : []);
const page = (url: string) => addressOf(url, known);

describe("the canonical address", () => {
  test("has the known parameters in their order and no others", () => {
    expect(page("/incidents?utm=x&sort=date&class=b&class=a&q=dns")).toEqual({
      kind: "page",
      key: "/incidents?q=dns&class=b&class=a&sort=date",
    });
  });

  test("leaves out parameters without a value, as a form sends them", () => {
    expect(page("/incidents?q=&class=&sort=date")).toEqual({
      kind: "page",
      key: "/incidents?sort=date",
    });
  });

  test("drops every parameter where the path knows none", () => {
    expect(page("/glossary?x=1")).toEqual({ kind: "page", key: "/glossary" });
  });

  test("is one for a path however it is percent-encoded", () => {
    expect(page("/incidents/%61%20b")).toEqual(page("/incidents/a%20b"));
    expect(page("/incidents/a%2fb")).toEqual({ kind: "page", key: "/incidents/a%2Fb" });
  });

  test("is its own canonical address", () => {
    const piece = fc.constantFrom(
      "a",
      "B",
      "%41",
      "%2F",
      "+",
      "&",
      "=",
      "q",
      "class",
      "?",
      ".",
      "é",
      "%",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const address = page(`/incidents?q=${pieces.join("")}`);
        const again = address.kind === "page" ? page(address.key) : null;
        expect(again).toEqual(address);
      }),
    );
  });

  test("takes a lone percent sign in a search for what it says", () => {
    expect(page("/incidents?q=100%")).toEqual({ kind: "page", key: "/incidents?q=100%25" });
  });
});

describe("an address that no page can have", () => {
  test.each([
    ["another host", "//evil.example/"],
    ["another host behind a backslash", "/\\evil.example"],
    ["a proxy's form", "http://evil.example/"],
    ["nothing", ""],
    ["an asterisk", "*"],
    ["a lone percent sign in the path", "/incidents/%"],
    ["bytes that are no UTF-8", "/incidents/%ff"],
    ["a NUL in the path", "/incidents/%00"],
    ["a NUL in a parameter", "/incidents?q=a%00b"],
    ["a line break", "/incidents/%0d%0aSet-Cookie:x"],
    ["a climbing segment", "/incidents/../x"],
    ["a climbing segment in disguise", "/incidents/%2e%2e/x"],
    ["an encoded backslash", "/%5cevil.example"],
    ["too many characters", `/${"a".repeat(LONGEST_ADDRESS)}`],
  ])("is refused: %s", (_, url) => {
    expect(page(url).kind).toBe("refused");
  });

  test("is never a reason to throw", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(["page", "file", "passed", "refused"]).toContain(page(`/${text}`).kind);
      }),
    );
  });
});

describe("an address that is no page", () => {
  test.each(["/api/v1/incidents", "/_next/image?url=x", "/files/a.webp", "/incidents?_rsc=abc"])(
    "is passed to Next: %s",
    (url) => {
      expect(page(url)).toEqual({ kind: "passed" });
    },
  );

  test("is a file that never changes under Next's build or with a version", () => {
    expect(page("/_next/static/chunks/a.js?x=1")).toEqual({
      kind: "file",
      key: "/_next/static/chunks/a.js",
      immutable: true,
    });
    expect(page("/assets/theme.js?v=1")).toEqual({
      kind: "file",
      key: "/assets/theme.js?v",
      immutable: true,
    });
    expect(page("/assets/theme.js")).toMatchObject({ immutable: false });
  });
});
