import { describe, expect, test } from "vitest";

import { IncidentRecord } from "#knowledge/incident/document";

import { bibtexOf, citationOf } from "./citation";

const incident = {
  slug: "example-2024-02-thing",
  record: IncidentRecord.parse({ title: "90% of A&B_C {stop}" }),
  storyHtml: "",
  storyHeadings: [],
  organizations: [],
  products: [],
  sourceSlugs: {},
  revisionNumber: 4,
  publishedAt: new Date("2026-11-21T10:00:00Z"),
};

describe("citing an incident", () => {
  test("names the title, the revision, the day and the address", () => {
    expect(citationOf(incident, "https://example.org/incidents/x")).toBe(
      "“90% of A&B_C {stop}”. Hindsight, revision 4, 21 November 2026. https://example.org/incidents/x",
    );
  });

  test("escapes what BibTeX would read as its own", () => {
    expect(bibtexOf(incident, "https://example.org/x")).toContain(
      String.raw`title = {{90\% of A\&B\_C \{stop\}}}`,
    );
  });
});
