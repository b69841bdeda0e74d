import { describe, expect, test } from "vitest";

import { utc } from "#knowledge/incident/written-zone";

import { rowsFromPaste } from "./pasted-rows";

const context = { date: "2024-07-19", zone: utc };

describe("times of rows that are pasted", () => {
  test("say what was carried and concluded", () => {
    const [, second] = rowsFromPaste("23:50 a\n00:10 b", context);
    expect(second?.at).toBe("2024-07-20T00:10Z");
    expect(second?.warnings.map(({ kind }) => kind)).toEqual(["assumed-day"]);
    const [local] = rowsFromPaste("23:50 a", { date: "2024-07-19" });
    expect(local?.at).toBe("2024-07-19T23:50");
    expect(local?.warnings.map(({ kind }) => kind)).toEqual(["missing-zone", "carried-date"]);
    expect(local?.warnings.at(-1)?.sentence).toBe(
      "The entry has no date; 2024-07-19 was taken from what stands above.",
    );
  });

  test("name the zone that was taken where they name none", () => {
    const zones = (pasted: string) => rowsFromPaste(pasted, context).map(({ zone }) => zone?.name);
    expect(zones("14:05 a\n14:06 CET b")).toEqual(["UTC", undefined]);
    expect(zones("14:05 UTC a\n14:05 b")).toEqual([undefined, "UTC"]);
    expect(zones("All times UTC\n14:05 a\n14:06 b").slice(-2)).toEqual([undefined, undefined]);
  });

  test("go on from the entry above", () => {
    const [first] = rowsFromPaste("00:10 b", { ...context, clock: "23:50" });
    expect(first?.at).toBe("2024-07-20T00:10Z");
  });
});
