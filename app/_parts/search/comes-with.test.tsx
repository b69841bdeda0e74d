import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";

import { associationsAmong, type Occurrence } from "#knowledge/search/association";
import { emptyQuery, type Query } from "#knowledge/search/query";

import { ComesWith } from "./comes-with";
import { comesWithRows, ComesWithRows } from "./comes-with-rows";

const occurrence = (slug: string, found: number, all: number): Occurrence => ({
  class: slug,
  role: null,
  found,
  ofFound: 12,
  all,
  ofAll: 101,
});

const names = new Map([
  ["validation-gap", "Validation gap"],
  ["data-loss", "Data loss"],
]);

const rowsOf = (query: Query, occurrences: readonly Occurrence[]) =>
  comesWithRows(
    {
      query,
      classes: associationsAmong(occurrences.filter(({ role }) => role === null)),
      pairs: associationsAmong(occurrences.filter(({ role }) => role !== null)),
    },
    names,
  );

const query: Query = { ...emptyQuery, class: ["retry-storm"], page: 2 };

describe("what comes with a search", () => {
  test("is told with both counts, how many times as often, and a link to the incidents", () => {
    const rows = rowsOf(query, [occurrence("validation-gap", 7, 31)]);
    const html = renderToStaticMarkup(<ComesWith rows={rows} />);
    expect(html).toContain("7 of these 12, 31 of all 101 · 1.9 times as often");
    expect(html).toContain('href="/search?class=retry-storm&amp;class=validation-gap"');
    expect(html).toContain("no sample");
    expect(html).not.toMatch(/ style=|few: /);
  });

  test("says where few incidents bear a figure", () => {
    const rows = rowsOf(query, [occurrence("data-loss", 4, 5)]);
    expect(renderToStaticMarkup(<ComesWith rows={rows} />)).toContain("<i>few: </i>4 of these 12");
  });

  test("names each class once, in a role where that says more", () => {
    const inRole: Occurrence = { ...occurrence("data-loss", 4, 4), role: "trigger" };
    const rows = rowsOf(query, [
      occurrence("data-loss", 4, 20),
      inRole,
      occurrence("validation-gap", 7, 8),
      { ...occurrence("validation-gap", 3, 3), role: "recovery" },
    ]);
    expect(rows?.rows.map(({ name, role }) => [name, role])).toEqual([
      ["Validation gap", null],
      ["Data loss", "trigger"],
    ]);
  });

  test("is nothing where nothing is more frequent", () => {
    expect(rowsOf(query, [occurrence("data-loss", 1, 90)])).toBeNull();
    expect(comesWithRows(null, names)).toBeNull();
    expect(renderToStaticMarkup(<ComesWith rows={null} />)).toBe("");
  });

  test("survives the way to an island as JSON", () => {
    const rows = rowsOf(query, [occurrence("data-loss", 5, 6)]);
    expect(ComesWithRows.parse(JSON.parse(JSON.stringify(rows)))).toEqual(rows);
  });
});
