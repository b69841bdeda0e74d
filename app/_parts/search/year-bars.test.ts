import { describe, expect, test } from "vitest";

import { emptyQuery } from "#knowledge/search/query";

import { yearBars } from "./year-bars";

const years = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => ({
    year: from + at,
    incidents: 3,
    upTo: 3 * (at + 1),
  }));

describe("the bars of the years", () => {
  test("have no gaps, and each asks for its year alone", () => {
    const [first, , last] = yearBars({ ...emptyQuery, org: ["aws"], from: "2020", page: 3 }, [
      { year: 2019, incidents: 2, upTo: 2 },
      { year: 2021, incidents: 1, upTo: 3 },
    ]);
    expect(first).toMatchObject({ name: "2019", isAsked: false });
    expect(last).toMatchObject({
      name: "2021",
      isAsked: true,
      isChosen: false,
      query: { org: ["aws"], from: "2021", to: "2021", page: 1 },
    });
  });

  test("let a chosen year go", () => {
    const [bar] = yearBars({ ...emptyQuery, from: "2020", to: "2020" }, years(2020, 2020));
    expect(bar).toMatchObject({ isChosen: true, query: { from: null, to: null } });
  });

  test("are two dozen at most; what is older is one, with what its link finds", () => {
    const bars = yearBars(emptyQuery, years(1990, 2025));
    expect(bars).toHaveLength(24);
    expect(bars[0]).toMatchObject({
      name: "2002 and before",
      incidents: 39,
      query: { from: null, to: "2002" },
    });
    expect(bars[1]).toMatchObject({ name: "2003", incidents: 3 });
    expect(yearBars(emptyQuery, years(2002, 2025))[0]?.name).toBe("2002");
  });

  test("are none where there are no years", () => {
    expect(yearBars(emptyQuery, [])).toEqual([]);
  });
});
