import { describe, expect, test } from "vitest";

import { IncidentRecord } from "#knowledge/incident/document";

import { sharedClasses } from "./shared-classes";

const record = (factors: readonly (readonly [role: string, classes: readonly string[]])[]) =>
  IncidentRecord.parse({
    factors: factors.map(([role, classes], at) => ({
      id: `f-${at}`,
      role,
      classes,
      statement: "Something was so.",
      standing: "inferred",
    })),
  });

describe("the classes that compared incidents share", () => {
  test("are those that two of them name, what most name first, with their roles in each", () => {
    const shared = sharedClasses([
      record([
        ["trigger", ["a", "b"]],
        ["recovery", ["b", "c"]],
      ]),
      record([["amplifier", ["c", "d"]]]),
      record([["precondition", ["b", "c"]]]),
    ]);
    expect(shared).toEqual([
      { slug: "c", roles: [["recovery"], ["amplifier"], ["precondition"]] },
      { slug: "b", roles: [["trigger", "recovery"], [], ["precondition"]] },
    ]);
  });

  test("do not name a role twice", () => {
    const twice = record([
      ["trigger", ["a"]],
      ["trigger", ["a"]],
    ]);
    expect(sharedClasses([twice, twice])).toEqual([
      { slug: "a", roles: [["trigger"], ["trigger"]] },
    ]);
  });
});
