import { expect, test } from "vitest";
import { z } from "zod";

import { IncidentRecord } from "#knowledge/incident/document";

import type { PageTexts } from "../page-texts";
import { jsonLdOf } from "./json-ld";

const texts: PageTexts = {
  html: (text) => text,
  plain: (text) => text,
  story: "",
  name: () => null,
  terms: [],
};

const Report = z.object({
  headline: z.string(),
  about: z.object({ startDate: z.string().optional(), endDate: z.string().optional() }),
});

function written(more: Partial<IncidentRecord>): string {
  return jsonLdOf(
    {
      slug: "a-valve",
      record: { ...IncidentRecord.parse({ title: "A valve" }), ...more },
      storyHtml: "",
      storyHeadings: [],
      organizations: [],
      products: [],
      sourceSlugs: {},
      revisionNumber: 1,
      publishedAt: new Date("2026-11-22T10:00:00Z"),
    },
    texts,
  );
}

const dates = (started: string, resolved: string) =>
  Report.parse(JSON.parse(written({ started, resolved }))).about;

test("what search engines are told of the time is as precise as the record", () => {
  expect(dates("2024-02", "2024-02-10T10:00Z")).toEqual({
    startDate: "2024-02",
    endDate: "2024-02-10T10:00Z",
  });
});

test.each(["before 2015", "after 2015", "about 2015", "2015/2016"])(
  "search engines are told no date for %s, which is none",
  (moment) => {
    expect(dates(moment, moment)).toEqual({});
  },
);

test("a title cannot end the script in which it stands", () => {
  const json = written({ title: "</script><!--" });
  expect(json).not.toContain("<");
  expect(Report.parse(JSON.parse(json)).headline).toBe("</script><!--");
});
