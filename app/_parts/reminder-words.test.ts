import { describe, expect, test } from "vitest";

import { classReasonInWords, incidentReasonInWords } from "./reminder-words";

describe("why a draft reminds of something", () => {
  test("is told of a class by the words that name it, or that stand in a factor of it", () => {
    expect(classReasonInWords({ label: "DNS", words: ["dns"] })).toBe("You write “dns”.");
    expect(classReasonInWords({ label: null, words: ["filter", "prefix", "leak"] })).toBe(
      "“filter”, “prefix” and “leak” stand together in one of its factors.",
    );
  });

  test("is told of an incident by class and role, by names, and by words with their place", () => {
    expect(
      incidentReasonInWords({
        classes: [{ slug: "certificate-expiry", name: "Certificate expiry", role: "trigger" }],
        names: ["Slack", "Redis"],
        passages: [
          { place: "trigger", words: ["certificate", "date"] },
          { place: "title", words: ["certificate", "expired"] },
        ],
      }),
    ).toEqual([
      "Certificate expiry as trigger",
      "Both name Slack and Redis",
      "“certificate”, “date” in its trigger; “expired” in its title",
    ]);
  });

  test("leaves out what there is none of", () => {
    const passages = [
      { place: "detection", words: ["dashboard"] },
      { place: "title", words: ["dashboard"] },
    ] as const;
    expect(incidentReasonInWords({ classes: [], names: [], passages })).toEqual([
      "“dashboard” in its detection",
    ]);
  });
});
