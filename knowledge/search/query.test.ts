import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { IncidentKind, Role, Sector, Severity, Standing } from "#knowledge/incident/vocabulary";

import {
  asksNothing,
  emptyQuery,
  Match,
  queryLimits,
  queryParameters,
  readBoxText,
  readQuery,
  Sort,
  writeBoxText,
  writeQuery,
  type Query,
} from "./query";

const address = (query: Query): URLSearchParams =>
  new URLSearchParams(
    Object.entries(writeQuery(query)).flatMap(([name, values]) =>
      values.map((value): [string, string] => [name, value]),
    ),
  );

const slugs = fc.uniqueArray(fc.constantFrom("staged-rollout-gap", "dns-failure", "x", "a-1"));
const some = <Value>(values: readonly Value[]) => fc.uniqueArray(fc.constantFrom(...values));
const day = fc.constantFrom(null, "2024", "2024-02", "2024-02-29");

const anyQuery: fc.Arbitrary<Query> = fc.record({
  q: fc.constantFrom("", "feature file", '"feature file" -bgp', "ünïcode &=?#"),
  class: slugs,
  family: slugs,
  notClass: slugs,
  with: fc.uniqueArray(fc.constantFrom("dns-failure", "dns-failure:trigger", "x:recovery")),
  role: some(Role.options),
  standing: some(Standing.options),
  org: slugs,
  product: slugs,
  sector: some(Sector.options),
  severity: some(Severity.options),
  kind: some(IncidentKind.options),
  from: day,
  to: day,
  match: fc.constantFrom(...Match.options),
  sort: fc.constantFrom(null, ...Sort.options),
  page: fc.integer({ min: 1, max: queryLimits.page }),
});

describe("a query in an address", () => {
  test("is read back as it was written", () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        expect(readQuery(address(query))).toEqual(query);
      }),
    );
  });

  test("takes any input without an error, and settles at once", () => {
    const anything = fc.array(
      fc.tuple(fc.constantFrom(...queryParameters, "other"), fc.string({ unit: "binary" })),
    );
    fc.assert(
      fc.property(anything, (parameters) => {
        const query = readQuery(new URLSearchParams(parameters));
        expect(readQuery(address(query))).toEqual(query);
      }),
    );
  });

  test("has its parameters in one order", () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const names = Object.keys(writeQuery(query));
        expect(names).toEqual(queryParameters.filter((name) => names.includes(name)));
      }),
    );
  });

  test("counts a value that cannot be meant as not given", () => {
    const read = readQuery(
      new URLSearchParams(
        "role=cause&severity=awful&from=yesterday&page=-1&sort=x&class=No%20Slug",
      ),
    );
    expect(read).toEqual(emptyQuery);
    expect(asksNothing(read)).toBe(true);
  });

  test("keeps an unknown but well-formed slug, so that the page can name the nearest", () => {
    expect(readQuery(new URLSearchParams("class=staged-rolout-gap")).class).toEqual([
      "staged-rolout-gap",
    ]);
  });

  test("lets the last value count where only one can", () => {
    const read = readQuery(
      new URLSearchParams("from=2019&from=2020&match=any&match=all&page=2&page=3"),
    );
    expect(read).toMatchObject({ from: "2020", match: "all", page: 3 });
  });

  test("takes no time of day and no hedge as a boundary", () => {
    const read = readQuery(new URLSearchParams("from=2024-02-01T04:09Z&to=about 2024"));
    expect(read).toMatchObject({ from: null, to: null });
  });

  test("looks at a bounded part of what was typed", () => {
    const read = readQuery(new URLSearchParams({ q: `a\u0000${"x ".repeat(10_000)}` }));
    expect(read.q.length).toBeLessThanOrEqual(queryLimits.words);
    expect(read.q).not.toContain("\u0000");
  });
});

describe("a query in the box", () => {
  test("is read back as it was written, but for the page", () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        expect(readBoxText(writeBoxText(query))).toEqual({ ...query, page: 1 });
      }),
    );
  });

  test("settles at once, whatever signs it is made of", () => {
    const pieces = ['"', "-", ":", " ", "class:x", "-class:y", "from:2020", "role:trigger", "bgp"];
    const odd = ["CLASS:", "\u0000", "\u200f", "😀", "\ud800", "org:a b", "sort:date", "'", "x"];
    const piece = fc.constantFrom(...pieces, ...odd);
    fc.assert(
      fc.property(fc.array(piece), (typed) => {
        const query = readBoxText(typed.join(""));
        expect(readBoxText(writeBoxText(query))).toEqual(query);
        expect(readQuery(address(query))).toEqual(query);
      }),
      { numRuns: 2_000 },
    );
  });

  test("has filters as name and value, and everything else as words", () => {
    const text =
      'class:staged-rollout-gap role:amplifier org:cloudflare from:2020 "feature file" -bgp -class:dns-failure';
    expect(readBoxText(text)).toEqual({
      ...emptyQuery,
      q: '"feature file" -bgp',
      class: ["staged-rollout-gap"],
      notClass: ["dns-failure"],
      role: ["amplifier"],
      org: ["cloudflare"],
      from: "2020",
    });
  });

  test("makes words of what it does not understand", () => {
    const text = 'role:cause http://example.com/ "class:in-a-phrase" colour:red from:monday a:b';
    expect(readBoxText(text)).toEqual({ ...emptyQuery, q: text });
  });

  test("joins the filters of the address", () => {
    const read = readQuery(new URLSearchParams("class=a&q=class:b+words&role=trigger"));
    expect(read).toMatchObject({ class: ["a", "b"], role: ["trigger"], q: "words" });
  });
});
