import { describe, expect, test } from "vitest";

import { inSentence, reasonsInWords } from "./likeness-words";

const names = new Map([
  ["dns-failure", "DNS failure"],
  ["slow-recovery", "Slow recovery"],
]);
const nameOf = (slug: string) => names.get(slug) ?? `Class ${slug}`;

describe("the reasons of a likeness", () => {
  test("put classes of the same role together, and say where roles differ", () => {
    const words = reasonsInWords(
      {
        shared: [
          { slug: "dns-failure", here: ["trigger"], there: ["trigger"] },
          { slug: "a", here: ["trigger", "amplifier"], there: ["precondition"] },
          { slug: "b", here: ["trigger"], there: ["trigger", "recovery"] },
          { slug: "slow-recovery", here: ["recovery"], there: ["recovery"] },
        ],
        products: [],
        differs: { slug: "c", roles: ["trigger"], where: "there" },
      },
      nameOf,
    );
    expect(words).toEqual({
      both:
        "DNS failure, class b as trigger; class a as trigger and as amplifier here, " +
        "as precondition there; slow recovery in recovery",
      differs: "class c only there",
    });
  });

  test("name the first four classes, count the others and add what product both name", () => {
    const shared = ["a", "b", "c", "d", "e", "f"].map((slug) => ({
      slug,
      here: ["trigger"] as const,
      there: ["trigger"] as const,
    }));
    const words = reasonsInWords({ shared, products: [{ name: "Falcon" }], differs: null }, nameOf);
    expect(words).toEqual({
      both: "class a, class b, class c, class d as trigger; 2 more classes; Falcon",
      differs: null,
    });
  });

  test("keep the capitals of names that are not words", () => {
    expect(["DNS failure", "Kernel-mode crash", ""].map(inSentence)).toEqual([
      "DNS failure",
      "kernel-mode crash",
      "",
    ]);
  });
});
