import { describe, expect, test } from "vitest";

import { DocumentSet } from "./document-set";
import { comparablyAlike, likenessOf, type NamedHere } from "./likeness-evidence";

const told = (word: string, more = {}) => ({
  word,
  isEveryday: false,
  weight: 3,
  held: 5,
  share: 0.05,
  ...more,
});
const words = [
  told("certificate"),
  told("gateway"),
  told("renewal"),
  told("proxy"),
  told("year", { isEveryday: true }),
  told("cache", { share: 0.3, held: 30 }),
];
const [certificate, gateway, renewal, year, cache] = [0, 1, 2, 4, 5];
const expiry: NamedHere = {
  slug: "certificate-expiry",
  name: "Certificate expiry",
  label: "expired certificate",
  words: ["expired", "certificate"],
  isFirst: true,
  isByAlias: true,
  documents: DocumentSet.empty,
  share: 0.04,
  weight: 3,
};
const trigger = (held: number[], classes: string[] = []) =>
  ({ place: "trigger", held, classes }) as const;
const title = (held: number[]) => ({ place: "title", held, classes: [] }) as const;
const alike = (
  passages: Parameters<typeof likenessOf>[0]["passages"],
  named: NamedHere[] = [],
  names: string[] = [],
) => likenessOf({ passages, names }, { words, named });

describe("an incident is like a text", () => {
  test("by words that stand in one factor and the title, and not by such as are spread", () => {
    const found = alike([trigger([certificate, gateway]), title([renewal])]);
    expect(found?.passages.map((one) => [one.place, one.words.map(({ word }) => word)])).toEqual([
      ["trigger", ["certificate", "gateway"]],
      ["title", ["renewal"]],
    ]);
    expect(alike([trigger([certificate]), trigger([gateway]), trigger([renewal])])).toBeNull();
  });

  test("by no everyday or common words, and by none of what held", () => {
    expect(alike([trigger([certificate, year, cache])])).toBeNull();
    const held = {
      place: "safeguard",
      held: [certificate, gateway, renewal],
      classes: [],
    } as const;
    expect(alike([held])).toBeNull();
  });

  test("by a class that the first sentence names, where few have it or it says a word of it", () => {
    const having = trigger([], ["certificate-expiry"]);
    expect(alike([having], [expiry])?.classes).toMatchObject([{ role: "trigger", isSaid: false }]);
    const common = { ...expiry, share: 0.3 };
    expect(alike([having], [common])).toBeNull();
    expect(alike([trigger([certificate], ["certificate-expiry"])], [common])).not.toBeNull();
    expect(alike([having], [{ ...expiry, isFirst: false }])).toBeNull();
  });

  test("by the same organisation with two words of the trouble, common ones too", () => {
    expect(alike([trigger([certificate, cache])])).toBeNull();
    expect(alike([trigger([certificate, cache])], [], ["Slack"])?.names).toEqual(["Slack"]);
    expect(alike([title([])], [], ["Slack"])).toBeNull();
  });
});

test("what is far less alike than the most alike one is left out", () => {
  const of = (strength: number) => ({ likeness: { strength } });
  expect(comparablyAlike([of(10), of(4), of(1)])).toEqual([of(10), of(4)]);
  expect(comparablyAlike([])).toEqual([]);
});
