import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { neighbourOf, neighboursOf, rarityOf, type Profile, type Rarity } from "./similarity";
import { Role } from "./vocabulary";

const profile = (
  slug: string,
  classes: Record<string, Role[]>,
  products: string[] = [],
): Profile => ({
  slug,
  classes: new Map(Object.entries(classes)),
  products,
});

const rarity: Rarity = {
  incidents: 100,
  naming: new Map([
    ["everywhere", 100],
    ["common", 40],
    ["rare", 3],
    ["other", 10],
    ["another", 10],
  ]),
  namingProduct: new Map([["widget", 2]]),
};

const likeness = (here: Profile, there: Profile) => neighbourOf(here, there, rarity)?.likeness ?? 0;

const anyProfile = fc
  .record({
    slug: fc.constantFrom("a", "b", "c", "d"),
    classes: fc.dictionary(
      fc.constantFrom(...rarity.naming.keys(), "unknown"),
      fc.uniqueArray(fc.constantFrom(...Role.options), { minLength: 1, maxLength: 3 }),
    ),
    products: fc.subarray(["widget", "gadget"]),
  })
  .map(({ slug, classes, products }) => profile(slug, classes, products));

describe("the likeness of two incidents", () => {
  const here = profile("here", { rare: ["trigger"], common: ["precondition"] });

  test("is greater for a rare class that both name than for a common one", () => {
    const rare = profile("a", { rare: ["trigger"], other: ["amplifier"] });
    const common = profile("b", { common: ["precondition"], other: ["amplifier"] });
    expect(likeness(here, rare)).toBeGreaterThan(likeness(here, common));
  });

  test("is greatest where the class played the same role, and least in another chapter", () => {
    const inRole = (role: Role) => likeness(here, profile("a", { rare: [role] }));
    expect(inRole("trigger")).toBeGreaterThan(inRole("amplifier"));
    expect(inRole("amplifier")).toBeGreaterThan(inRole("recovery"));
    expect(inRole("recovery")).toBeGreaterThan(0);
  });

  test("does not grow by what only one of them names", () => {
    const short = profile("a", { rare: ["trigger"] });
    const long = profile("b", { rare: ["trigger"], other: ["trigger"], another: ["trigger"] });
    expect(likeness(here, short)).toBeGreaterThan(likeness(here, long));
  });

  test("grows by a product that both name, which alone makes nothing alike", () => {
    const one: Record<string, Role[]> = { rare: ["trigger"] };
    const two: Record<string, Role[]> = { other: ["trigger"] };
    const widget = ["widget"];
    expect(likeness(profile("a", one, widget), profile("b", one, widget))).toBeGreaterThan(
      likeness(profile("a", one), profile("b", one)),
    );
    expect(neighbourOf(profile("a", one, widget), profile("b", two, widget), rarity)).toBeNull();
  });

  test("is nothing for a class that every incident names", () => {
    const all = profile("a", { everywhere: ["trigger"] });
    expect(neighbourOf(all, { ...all, slug: "b" }, rarity)).toBeNull();
  });

  test("is the same from both sides, finite and above 0", () => {
    fc.assert(
      fc.property(anyProfile, anyProfile, (one, two) => {
        const [there, back] = [neighbourOf(one, two, rarity), neighbourOf(two, one, rarity)];
        expect(back?.likeness ?? 0).toBeCloseTo(there?.likeness ?? 0, 9);
        const known = there?.likeness ?? 1;
        expect(known > 0 && Number.isFinite(known)).toBe(true);
      }),
    );
  });
});

describe("the reasons of a neighbour", () => {
  test("are the shared classes, most telling first, and the most telling difference", () => {
    const here = profile("here", {
      common: ["precondition"],
      rare: ["trigger"],
      other: ["recovery"],
    });
    const there = profile("there", {
      common: ["amplifier"],
      rare: ["trigger"],
      another: ["trigger"],
    });
    expect(neighbourOf(here, there, rarity)).toMatchObject({
      shared: [
        { slug: "rare", here: ["trigger"], there: ["trigger"] },
        { slug: "common", here: ["precondition"], there: ["amplifier"] },
      ],
      differs: { slug: "another", roles: ["trigger"], where: "there" },
    });
    expect(neighbourOf(there, here, rarity)?.differs?.where).toBe("here");
    expect(neighbourOf(here, { ...here, slug: "same" }, rarity)?.differs).toBeNull();
  });
});

describe("the neighbours of an incident", () => {
  test("are the nearest first, ties by slug, and never itself", () => {
    const here = profile("here", { rare: ["trigger"] });
    const others = [
      profile("b", { common: ["trigger"] }),
      here,
      profile("d", { rare: ["trigger"] }),
      profile("c", { rare: ["trigger"] }),
      profile("a", { rare: ["recovery"] }),
    ];
    const slugs = (count: number) =>
      neighboursOf(here, others, rarity, count).map((one) => one.slug);
    expect(slugs(5)).toEqual(["c", "d", "a"]);
    expect(slugs(1)).toEqual(["c"]);
  });
});

test("a class tells the more the fewer name it, and nothing in an empty collection", () => {
  expect(rarityOf(3, 100)).toBeGreaterThan(rarityOf(40, 100));
  expect(rarityOf(100, 100)).toBe(0);
  expect(rarityOf(0, 0)).toBe(0);
});
