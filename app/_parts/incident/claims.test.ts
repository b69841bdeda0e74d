import { describe, expect, test } from "vitest";

import { Citation, Position } from "#knowledge/incident/document";

import { datedPositions } from "./claims";

const sources = [
  { id: "late", published: "2024-08-06" },
  { id: "early", published: "2024-07-20" },
].map((source) =>
  Citation.parse({
    title: "T",
    kind: "press",
    seen: "full",
    url: "https://example.org",
    ...source,
  }),
);

function order(...positions: { source: string; at?: string }[]): string[] {
  const parsed = positions.map((position) => Position.parse({ stance: "asserts", ...position }));
  return datedPositions(parsed, sources).map(({ position }) => position.source);
}

describe("the positions of a claim", () => {
  test("stand by the date of their sources", () => {
    expect(order({ source: "late" }, { source: "early" })).toEqual(["early", "late"]);
  });

  test("stand by their own date where they have one", () => {
    expect(order({ source: "early", at: "2024-09" }, { source: "late" })).toEqual([
      "late",
      "early",
    ]);
  });
});
