import { describe, expect, test } from "vitest";

import {
  isInformative,
  reasonsForClass,
  reasonsForIncident,
  type ToldWord,
} from "./likeness-evidence";

const told = (word: string, more: Partial<ToldWord & { isNamed: boolean }> = {}) => ({
  word,
  isEveryday: false,
  weight: 3,
  held: 5,
  share: 0.05,
  isNamed: false,
  ...more,
});
const everyday = told("six", { isEveryday: true });
const words = (list: string) => list.split(" ").map((word) => told(word));

describe("the words for which a text is said to be like something", () => {
  test.each(["x", "7", "2024", "1.23", "12-14", "1st", "10th", "05z", "2pm"])(
    "are none such as “%s”, nor everyday ones",
    (word) => {
      expect(isInformative(told(word))).toBe(false);
      expect(isInformative(everyday)).toBe(false);
    },
  );

  test.each(["consul", "quorum", "s3", "us-east-1", "leap", "x-rays", "5xx"])(
    "may be such as “%s”, unless very many incidents have it",
    (word) => {
      expect(isInformative(told(word))).toBe(true);
      expect(isInformative(told(word, { share: 0.3 }))).toBe(false);
    },
  );

  test("may be one that a single incident has, however few there are", () => {
    expect(isInformative(told("consul", { held: 1, share: 1 }))).toBe(true);
    expect(isInformative(told("consul", { held: 2, share: 1 }))).toBe(false);
  });

  test("are three, or two that are much of what the text tells", () => {
    const three = words("consul quorum raft");
    const much = words("cpu disk memory proxy router cache shard vote lease gossip agent");
    expect(reasonsForIncident([...three, everyday], [...three, ...much])).toEqual(three);
    const two = three.slice(0, 2);
    expect(reasonsForIncident(two, [...three, ...much])).toEqual([]);
    expect(reasonsForIncident(two, [...three, told("proxy"), told("cpu"), told("lease")])).toEqual(
      two,
    );
    expect(reasonsForIncident(words("consul"), words("consul"))).toEqual([]);
    const little = [...words("x flag"), everyday];
    expect(reasonsForIncident(little, little)).toEqual([]);
  });

  test("are three for a class, or two of which one is in its name", () => {
    const named = told("retry", { isNamed: true });
    expect(reasonsForClass([named, told("queue"), everyday])).toEqual([named, told("queue")]);
    expect(reasonsForClass(words("retry queue"))).toEqual([]);
    expect(reasonsForClass(words("retry queue backoff"))).toHaveLength(3);
    expect(reasonsForClass([named])).toEqual([]);
  });
});
