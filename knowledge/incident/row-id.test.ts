import { describe, expect, test } from "vitest";

import { IncidentRecord } from "./document";
import { rowId, rowIdsOf } from "./row-id";

describe("the id of a row", () => {
  test.each([
    [
      "The proxy reserved space for 200 features and treated a longer file as fatal.",
      "proxy-reserved-space-for-200",
    ],
    ["A query for column names began to return each name twice.", "query-for-column-names-began"],
    ["Known-good files and an older proxy path were available.", "known-good-files"],
    ["The network begins to fail as machines load a file.", "network-begins-to-fail"],
    ["Workers KV and Access are switched.", "workers-kv-and-access"],
    ["Ärger über Größe", "arger-uber-grosse"],
    ["The", "the"],
    ["停電", "text"],
  ])("of %j is %s", (wording, id) => {
    expect(rowId(wording, new Set())).toBe(id);
  });

  test("is never one that the document has or had", () => {
    expect(rowId("Pages fail", new Set(["pages-fail", "pages-fail-2"]))).toBe("pages-fail-3");
  });

  test("shares one space with all rows of the document", () => {
    const record = IncidentRecord.parse({
      timeline: [{ id: "a", at: "2024", kind: "trigger", text: "T" }],
      factors: [{ id: "b", role: "trigger", statement: "S", standing: "inferred" }],
      claims: [{ id: "c", statement: "S", standing: "open" }],
      actions: [{ id: "d", text: "T", kind: "learn", state: "open" }],
      sources: [{ id: "e", title: "T", kind: "log", seen: "full" }],
    });
    expect([...rowIdsOf(record)]).toEqual(["a", "b", "c", "d"]);
  });
});
