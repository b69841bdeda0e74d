import { describe, expect, test } from "vitest";

import { readDocument } from "./read-document";
import { checkReferences, type KnownNames } from "./references";

const names: KnownNames = {
  classes: new Set(["retry-storm", "stale-state"]),
  organizations: new Map([
    ["Amazon Web Services", "Amazon Web Services"],
    ["AWS", "Amazon Web Services"],
    ["Cloudflare", "Cloudflare"],
  ]),
  mitigations: new Set(["off-switch"]),
  all: new Map([
    ["retry-storm", "class"],
    ["stale-state", "class"],
    ["aws-2017-02-s3", "incident"],
    ["aws-2017-s3", "former incident"],
    ["self", "incident"],
  ]),
};

function faultsOf(yaml: string, story = ""): string[] {
  const read = readDocument(`---\n${yaml}---\n\n${story}`, "self.md");
  if (read.kind === "faulty") throw new Error(JSON.stringify(read.faults));
  const place = { file: "self.md", lineOf: read.lineOf, slug: "self" };
  return checkReferences(read.document, names, place).map(
    ({ line, message }) => `${line}: ${message}`,
  );
}

describe("the names in a document", () => {
  test("are fine when everything answers to them", () => {
    const yaml = `organization: [Amazon Web Services, Cloudflare]
summary: See [[retry-storm|storms]] and [[aws-2017-s3]].
factors:
  - {id: a, role: trigger, classes: [stale-state], statement: S, standing: inferred}
  - {id: b, role: safeguard, mitigations: [off-switch], statement: S, standing: inferred}
related:
  - {slug: aws-2017-s3, why: W}
`;
    expect(faultsOf(yaml, "A [[stale-state]].\n\n`[[not-a-link]]`\n")).toEqual([]);
  });

  test("are faults with the nearest known name when nothing does", () => {
    const yaml = `formerly: [self]
organization: [AWS, Cloudfare, Nobody]
summary: See [[retry-strom]].
factors:
  - {id: a, role: trigger, classes: [stale-stat], statement: S, standing: inferred}
  - {id: b, role: safeguard, mitigations: [of-switch], statement: "[[b]]", standing: inferred}
related:
  - {slug: retry-storm, why: W}
  - {slug: aws-2017-02-s4, why: W}
  - {slug: self, why: W}
`;
    const expected =
      "expected a link to a class, incident, term, mitigation, pattern or reading list";
    expect(
      faultsOf(yaml, "# H\n\nA [[stale-states]].\n").toSorted(
        (a, b) => parseInt(a, 10) - parseInt(b, 10),
      ),
    ).toEqual([
      "2: formerly: expected a slug that this document no longer has, found its present one",
      '3: organization: expected "Amazon Web Services", found its other name "AWS"',
      '3: organization: expected a name from organizations.yaml, found "Cloudfare"; did you mean "Cloudflare"?',
      '3: organization: expected a name from organizations.yaml, found "Nobody"',
      `4: summary: ${expected}, found [[retry-strom]]; did you mean "retry-storm"?`,
      '6: factors[0].classes: expected a failure class, found "stale-stat"; did you mean "stale-state"?',
      '7: factors[1].mitigations: expected a mitigation, found "of-switch"; did you mean "off-switch"?',
      `7: factors[1].statement: ${expected}, found [[b]]`,
      '9: related[0].slug: expected an incident, found "retry-storm"',
      '10: related[1].slug: expected an incident, found "aws-2017-02-s4"; did you mean "aws-2017-02-s3"?',
      "11: related[2].slug: expected another incident, found this one",
      `16: story: ${expected}, found [[stale-states]]; did you mean "stale-state"?`,
    ]);
  });
});
