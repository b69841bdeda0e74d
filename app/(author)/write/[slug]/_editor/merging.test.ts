import { describe, expect, test } from "vitest";

import { IncidentRecord } from "#knowledge/incident/document";
import { draftOf, type Written } from "#knowledge/review/draft";
import { entry, source } from "#knowledge/review/merge/testing/written";

import { mergeDrafts } from "./merging";

function written(rows: object, beside: Partial<Written> = {}, story = ""): Written {
  const document = { record: IncidentRecord.parse(rows), story };
  return { document, unfinished: {}, setAside: [], zone: null, ...beside };
}

const asDraft = ({ document, unfinished, setAside }: Written) =>
  draftOf(document, unfinished, setAside);

describe("rows that two authors have added under one id", () => {
  const ours = written(
    {
      timeline: [{ ...entry("deploy-begins", "Deploy begins in Frankfurt."), at: "" }],
      sources: [{ ...source("log", "The proxy's log"), url: undefined }],
    },
    {
      unfinished: { "timeline.deploy-begins.at": "arund 14", "sources.log.url": "htp:/proxy" },
      setAside: [
        {
          rule: "blame",
          text: "Frankfurt",
          reason: "A place.",
          place: "timeline.deploy-begins.text",
        },
      ],
    },
    "## What happened\n\nSee [it](#event-deploy-begins) and [theirs](/incidents/x#event-deploy-begins), said the log.[^log]\n",
  );
  const theirs = written({
    timeline: [entry("deploy-begins", "Deploy begins elsewhere, by night.")],
    sources: [source("log", "The mail server's log")],
  });

  test("keep what stands beside each of them, and what leads there", () => {
    const merged = mergeDrafts(written({}), asDraft(ours), theirs, new Set());
    expect(merged.conflicts).toEqual([]);
    const { record, unfinished, setAside, story } = merged.draft;
    const mine = record.timeline.find(({ text }) => text.includes("Frankfurt"))?.id;
    const log = record.sources.find(({ title }) => title.startsWith("The proxy"))?.id;
    expect(new Set(record.timeline.map(({ id }) => id)).size).toBe(2);
    expect(mine).not.toBe("deploy-begins");
    expect(log).not.toBe("log");
    expect(unfinished).toEqual({
      [`timeline.${mine}.at`]: "arund 14",
      [`sources.${log}.url`]: "htp:/proxy",
    });
    expect(setAside).toMatchObject([{ place: `timeline.${mine}.text` }]);
    const [section] = story;
    expect(section?.body).toContain(`[it](#event-${mine})`);
    expect(section?.body).toContain("[theirs](/incidents/x#event-deploy-begins)");
    expect(section?.body).toContain(`[^${log}]`);
    expect(merged.ids).toEqual({
      rows: new Map([["deploy-begins", mine]]),
      sources: new Map([["log", log]]),
    });
  });
});
