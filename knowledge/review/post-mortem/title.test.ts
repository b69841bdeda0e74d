import { describe, expect, test } from "vitest";

import { readPostMortemBytes } from "./read-post-mortem";

const read = (text: string) => readPostMortemBytes(Buffer.from(text), "x.txt");
const body = "Severity: 3\n\nWhat happened\n\nIt stood still.\n";

describe("a first line that says of what it is the review", () => {
  test.each([
    "Incident: Weather radar pictures frozen",
    "Incident Post-mortem: Library catalogue down",
    "Postmortem – Library catalogue down",
    "Five whys: forklift chargers switched off",
    "Incident report #12: Lights stayed on",
  ])("%s is the title, with or without a line below", (line) => {
    expect(read(`${line}\n${body}`).title).toBe(line);
    expect(read(`${line}\n\n${body}`).title).toBe(line);
  });

  test.each(["Incident: INC-42", "Incident: 2024-05-14 07:00 UTC", "Incident: it broke, again."])(
    "%s is none",
    (line) => {
      expect(read(`${line}\n${body}`).title).toBeNull();
    },
  );
});

test("an incident's id is its title where it has words", () => {
  const page = (id: string) =>
    `== Summary ==\n{| class="wikitable"\n! Incident ID\n| ${id}\n! Start\n| 2022-03-26 22:48:00\n|}\n\nWords.\n\n== Timeline ==\n* 22:48 x\n`;
  expect(read(page("2022-03-27 thumbor")).title).toBe("2022-03-27 thumbor");
  expect(read(page("4417")).title).toBeNull();
});

describe("that there is no title", () => {
  const kindsOf = (text: string) => read(text).warnings.map(({ kind }) => kind);

  test("is said of a document with sections", () => {
    expect(read(body).warnings).toEqual([
      { kind: "missing-title", sentence: "No title was found." },
    ]);
    expect(kindsOf("## Summary\n\nx\n\n## Timeline\n\n- 10:00 x\n")).toEqual(["missing-title"]);
  });

  test("is not said where it has one, nor of a list, nor of a wiki's page", () => {
    expect(kindsOf(`# Radar frozen\n\n${body}`)).toEqual([]);
    expect(kindsOf("- 2024-01-01 10:00 UTC x\n- 2024-01-01 10:05 UTC y\n")).toEqual([]);
    expect(kindsOf("== Summary ==\n\nx\n\n== Timeline ==\n\n* 10:00 x\n")).toEqual([]);
  });
});
