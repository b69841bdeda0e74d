import { expect, test } from "vitest";

import { IncidentRecord } from "#knowledge/incident/document";
import { readParts } from "#knowledge/review/save";

import { refusalOf } from "./refusal";

const long = "x".repeat(20_000);
const factor = { role: "trigger", classes: [], statement: "A flag was on.", standing: "inferred" };
const good = {
  title: "A",
  organization: ["Acme"],
  factors: [
    { ...factor, id: "held", role: "safeguard" },
    { ...factor, id: "one" },
  ],
};

function refusals(keys: object) {
  const record = { ...IncidentRecord.parse(good), ...keys };
  const read = readParts({ record, story: "" });
  if (read.kind !== "faulty") throw new Error(read.kind);
  return read.faults.map((fault) => refusalOf(fault, { record, story: "" }));
}

test("what the server refuses is told of the field that it stands in", () => {
  expect(refusals({ factors: [good.factors[0], { ...good.factors[1], statement: long }] })).toEqual(
    [
      {
        place: "factors.one.statement",
        sentence: expect.stringMatching(
          /^Factor 1, statement: expected at most \d+ characters, found 20000\.$/,
        ),
      },
    ],
  );
  expect(refusals({ title: "A\u202E" })).toEqual([
    { place: "title", sentence: "Title: expected visible text without control characters." },
  ]);
  expect(refusals({ organization: ["Acme", "B\0"] })[0]?.place).toBe("organization.1");
});

test("what is about no field is told as it is", () => {
  const document = { record: IncidentRecord.parse(good), story: "" };
  const whole = "line 1: expected at most 500 kB, found 700 kB";
  expect(refusalOf(whole, document)).toEqual({ place: null, sentence: whole });
});
