import { readFileSync, readdirSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { IncidentRecord, type IncidentDocument } from "#knowledge/incident/document";
import { readDocument } from "#knowledge/incident/read-document";

import { checkDocument } from "./check-document";

function document(record: object, story = ""): IncidentDocument {
  return { record: IncidentRecord.parse({ organization: "Example", ...record }), story };
}

function found(checked: IncidentDocument): string[] {
  return checkDocument(checked).findings.map(
    ({ path, rule, text }) => `${path.join(".")} ${rule}: ${text}`,
  );
}

const source = { id: "rca", title: "The careless engineer", kind: "analysis", seen: "full" };
const blame = "The team should have waited.";

describe("a document", () => {
  test("is judged text by text, each by its section", () => {
    const checked = document(
      {
        summary: blame,
        detection: blame,
        impact: [{ what: "A careless test", value: "5", source: "rca" }],
        timeline: [
          { id: "a", at: "2024", kind: "trigger", text: blame, belief: blame, source: "rca" },
        ],
        factors: [
          {
            id: "b",
            role: "trigger",
            classes: [],
            mitigations: [],
            statement: blame,
            detail: blame,
            source: "rca",
            standing: "confirmed",
          },
        ],
        lessons: [blame, "Nobody is to be careless."],
        changes: [{ text: blame, source: "rca" }],
        claims: [
          {
            id: "c",
            statement: "The operator was careless.",
            standing: "open",
            positions: [{ source: "rca", stance: "asserts", note: "Says it was human error." }],
          },
        ],
        actions: [
          {
            id: "d",
            text: "Remind everyone of the list.",
            kind: "prevent",
            factors: [],
            state: "open",
          },
        ],
        questions: [{ text: "Who broke the build?" }],
        related: [{ slug: "other", why: "Also human error." }],
        sources: [{ ...source, url: "https://example.com/careless" }],
      },
      `A first line.\n\n${blame}`,
    );
    expect(found(checked)).toEqual([
      "summary should-have: should have waited",
      "detection should-have: should have waited",
      "impact.0.what careless: careless",
      "timeline.0.text should-have: should have waited",
      "timeline.0.belief should-have: should have waited",
      "factors.0.statement should-have: should have waited",
      "factors.0.detail should-have: should have waited",
      "lessons.1 careless: careless",
      "actions.0.text be-careful: Remind everyone",
      "questions.0.text who-did-it: Who broke",
      "related.0.why human-error: human error",
      "story.2 should-have: should have waited",
    ]);
  });

  test("of a near miss may tell what would have been", () => {
    const text = "The valve could have been caught earlier, and the team could have stopped.";
    expect(found(document({ summary: text }, text))).not.toEqual([]);
    expect(found(document({ kind: "near-miss", summary: text }, text))).toEqual([]);
  });

  test("gives a person the same part in all its texts, and spares whom it cites", () => {
    const checked = document(
      {
        summary: "Priya Sharma restarted the primary. Nancy Leveson wrote about it.",
        detection: "Bob saw it first.",
        sources: [
          { ...source, url: "https://example.com/", author: "Nancy Leveson, Clark S. Turner" },
        ],
      },
      "Then Bob asked @priya.sharma, and Priya looked.",
    );
    const parts = checkDocument(checked).findings.map(({ text, suggestions }) => [
      text,
      suggestions[0],
    ]);
    expect(parts).toEqual([
      ["Priya Sharma", "On-call engineer A"],
      ["Bob", "On-call engineer B"],
      ["Bob", "on-call engineer B"],
      ["@priya.sharma", "on-call engineer A"],
      ["Priya", "on-call engineer A"],
    ]);
  });

  test("points out in all its texts whom one of them shows to be a person", () => {
    const checked = document(
      { summary: "The alert reached Fulgencio.", detection: "Nobody woke Fulgencio." },
      "By noon Fulgencio, Kafka and the carrier were back.",
    );
    const { findings } = checkDocument(checked);
    expect(findings.map(({ path, text }) => [path[0], text])).toEqual([
      ["summary", "Fulgencio"],
      ["detection", "Fulgencio"],
      ["story", "Fulgencio"],
    ]);
  });

  test("names nobody as the owner of an action or a question, but teams, systems and roles", () => {
    const owners = (...names: string[]) =>
      found(
        document({
          actions: names.map((owner, at) => ({
            id: `a${at}`,
            text: "Add a limit.",
            kind: "limit",
            factors: [],
            state: "open",
            owner,
          })),
          questions: [{ text: "Since when?", owner: names.at(-1) }],
          sources: [{ ...source, url: "https://example.com/", author: "Dave Quist" }],
        }),
      );
    expect(owners("Eve Lindqvist", "Sarah Miller (SRE)", "payments team", "Grace")).toEqual([
      "actions.0.owner personal-name: Eve Lindqvist",
      "actions.1.owner personal-name: Sarah Miller",
      "actions.3.owner personal-name: Grace",
      "questions.0.owner personal-name: Grace",
    ]);
    expect(owners("payments team", "SRE", "Platform", "Data Platform", "release manager")).toEqual(
      [],
    );
    const checked = document({
      summary: "Eve restarted it.",
      actions: [
        { id: "a", text: "Ask Eve.", kind: "limit", factors: [], state: "open", owner: "Eve" },
      ],
    });
    const parts = checkDocument(checked).findings.map(({ suggestions }) => suggestions);
    expect(parts.map(([part]) => part?.toLowerCase())).toEqual(
      Array.from({ length: 3 }, () => "on-call engineer a"),
    );
    expect(parts[2]?.[1]).toMatch(/^Name the team or the role/);
  });

  test("is praised for what held and for decisions that can be understood", () => {
    const factor = { classes: [], mitigations: [], source: "rca", standing: "confirmed" };
    const { praise } = checkDocument(
      document(
        {
          timeline: [
            {
              id: "a",
              at: "2024",
              kind: "response",
              text: "The old copy is chosen, since it is whole.",
              source: "rca",
            },
            {
              id: "b",
              at: "2024",
              kind: "response",
              text: "A restart.",
              belief: "It helped before.",
              source: "rca",
            },
            { id: "c", at: "2024", kind: "response", text: "A restart is decided.", source: "rca" },
          ],
          factors: [
            { ...factor, id: "d", role: "safeguard", statement: "The spare took over." },
            { ...factor, id: "e", role: "trigger", statement: "A flag was set." },
          ],
          sources: [{ ...source, url: "https://example.com/" }],
        },
        "Believing it an attack, the team closed the ports.",
      ),
    );
    expect(praise).toEqual({ safeguards: 1, decisionsWithCues: 3 });
  });
});

describe("the knowledge base", () => {
  const folder = "content/incidents";

  test.each(readdirSync(folder))("%s accuses nobody", (file) => {
    const read = readDocument(readFileSync(`${folder}/${file}`, "utf8"), file);
    if (read.kind === "faulty") throw new Error(`${file} cannot be read`);
    const { findings } = checkDocument(read.document);
    expect(findings.filter(({ level }) => level === "strong")).toEqual([]);
  });
});
