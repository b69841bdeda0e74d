import { expect, test } from "vitest";

import { readSearchRequest } from "./search-request";

test("without arguments three sizes are measured", () => {
  expect(readSearchRequest([])).toEqual({
    kind: "read",
    request: { sizes: [1_000, 10_000, 100_000], on: null, rounds: 5, seconds: 20 },
  });
});

test("sizes are measured once each, the smallest first", () => {
  const read = readSearchRequest(["1000000", "1000", "1000", "--rounds", "2", "--seconds=3"]);
  expect(read).toEqual({
    kind: "read",
    request: { sizes: [1_000, 1_000_000], on: null, rounds: 2, seconds: 3 },
  });
});

test("a database that stands already is measured as it is", () => {
  const on = "postgres://somebody@localhost/library";
  expect(readSearchRequest(["--on", on])).toMatchObject({ kind: "read", request: { on } });
});

test.each([
  [["many"], "whole numbers"],
  [["0"], "whole numbers"],
  [["1000", "--rounds", "1.5"], "whole numbers"],
  [["--seconds", "soon"], "whole numbers"],
  [["--on", "library"], "address of a database"],
  [["1000", "--on", "postgres://somebody@localhost/library"], "either --on or"],
  [["--of", "1000"], "--of"],
])("%j is no request, and the answer says why", (args, why) => {
  const read = readSearchRequest(args);
  expect(read.kind === "faulty" && read.sentence).toContain(why);
  expect(read.kind === "faulty" && read.sentence).toContain("Usage: hindsight bench search");
});
