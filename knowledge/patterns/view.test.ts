import { describe, expect, test } from "vitest";

import { readView } from "./view";

const families = [{ slug: "data-and-state" }];
const view = (address: string) => readView(new URLSearchParams(address), families);

describe("a view", () => {
  test("is of everything when nothing is asked", () => {
    expect(view("")).toEqual({ role: null, family: null, sort: null });
  });

  test("takes the last of repeated parameters", () => {
    expect(view("role=trigger&role=recovery&family=data-and-state&sort=detect")).toEqual({
      role: "recovery",
      family: "data-and-state",
      sort: "detect",
    });
  });

  test.each(["role=safeguard", "role=nobody", "family=no-such", "sort=%00", "family="])(
    "does without what cannot be meant: %s",
    (address) => {
      expect(view(address)).toEqual({ role: null, family: null, sort: null });
    },
  );
});
