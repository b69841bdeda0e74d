import { describe, expect, test } from "vitest";

import { IncidentRecord } from "#knowledge/incident/document";

import { mergeDocuments } from "./merge-documents";
import { action, entry, factor, merged, source } from "./testing/written";

describe("rows that two authors name alike", () => {
  test("both stay: ours gets a new id, and what names it follows", () => {
    const ours = {
      record: {
        factors: [factor("queue-grows", "The queue grows without limit.")],
        actions: [action("bound-it", "Bound the queue.", { factors: ["queue-grows"] })],
      },
    };
    const theirs = { record: { factors: [factor("queue-grows", "The queue grows at night.")] } };
    const { record, conflicts } = merged({}, ours, theirs);
    expect(conflicts).toEqual([]);
    expect(record.factors.map(({ id, statement }) => [id, statement])).toEqual([
      ["queue-grows", "The queue grows at night."],
      ["queue-grows-without-limit", "The queue grows without limit."],
    ]);
    expect(record.actions).toMatchObject([{ factors: ["queue-grows-without-limit"] }]);
  });

  test("get no id of a row that the document had before", () => {
    const document = (record: object) => ({ record: IncidentRecord.parse(record), story: "" });
    const { document: both } = mergeDocuments(
      {
        base: document({}),
        ours: document({ timeline: [entry("pages-fail", "Pages fail!")] }),
        theirs: document({ factors: [factor("pages-fail", "Pages fail.")] }),
      },
      new Set(["pages-fail-2"]),
    );
    expect(both.record.timeline[0]?.id).toBe("pages-fail-3");
  });

  test("get a number where the new id is taken as well", () => {
    const { record } = merged(
      {},
      { record: { timeline: [entry("pages-fail", "Pages fail!")] } },
      { record: { factors: [factor("pages-fail", "Pages fail.")] } },
    );
    expect(record.timeline[0]?.id).toBe("pages-fail-2");
  });

  test("are sources: our citations follow, in rows and in the story, but not in code", () => {
    const ours = {
      record: {
        timeline: [entry("a", "A.", { source: "log" })],
        claims: [
          {
            id: "c",
            statement: "C.",
            standing: "open",
            positions: [{ source: "log", stance: "asserts" }],
          },
        ],
        sources: [source("log", "The proxy's log")],
      },
      story: "It stopped.[^log] See `[^log]` for more.\n",
    };
    const theirs = {
      record: { sources: [source("log", "The database's log")] },
      story: "So we read.[^log]\n",
    };
    const { record, story } = merged({}, ours, theirs);
    expect(record.sources.map(({ id, title }) => [id, title])).toEqual([
      ["log", "The database's log"],
      ["log-2", "The proxy's log"],
    ]);
    expect(record.timeline).toMatchObject([{ source: ["log-2"] }]);
    expect(record.claims).toMatchObject([{ positions: [{ source: "log-2" }] }]);
    expect(story).toBe("So we read.[^log]\n\nIt stopped.[^log-2] See `[^log]` for more.\n");
  });

  // An answer that was lost on its way: what comes back as theirs is what we saved before.
  test("are one row when one is the other as it was written further", () => {
    const { record, story, conflicts } = merged(
      {},
      { record: { timeline: [entry("pump-st", "Pump stops at noon.")] }, story: "It was hot. So" },
      { record: { timeline: [entry("pump-st", "Pump st")] }, story: "It was h" },
    );
    expect(conflicts).toEqual([]);
    expect(record.timeline.map(({ text }) => text)).toEqual(["Pump stops at noon."]);
    expect(story).toBe("It was hot. So");
  });
});
