import { describe, expect, test } from "vitest";

import { readNeighbours } from "./neighbours";

const names = new Map([
  ["canary-blindness", "Canary blindness"],
  ["dns-failure", "DNS failure"],
  ["concentration", "Concentration"],
]);

const read = (text: string) =>
  readNeighbours(text, names)
    .map((piece) => (piece.kind === "class" ? `<${piece.name}>` : piece.words))
    .join("");

describe("a text that names neighbouring classes", () => {
  test("keeps the capital where a sentence begins, and only there", () => {
    expect(read("canary-blindness: no signal. About reach; canary-blindness is about sight.")).toBe(
      "<Canary blindness>: no signal. About reach; <canary blindness> is about sight.",
    );
  });

  test("keeps the capitals of an abbreviation", () => {
    expect(read("There dns-failure was first.")).toBe("There <DNS failure> was first.");
  });

  test("takes a single word for a class only before a colon", () => {
    expect(read("concentration: many on one. A high concentration of load.")).toBe(
      "<Concentration>: many on one. A high concentration of load.",
    );
  });

  test("leaves other hyphenated words alone", () => {
    expect(read("A time-of-check fault.")).toBe("A time-of-check fault.");
  });
});
