import { describe, expect, test } from "vitest";

import { draftOf } from "./draft";
import { readPostMortem } from "./read-post-mortem";

function drafted(text: string) {
  const [first] = readPostMortem(text, "pasted");
  if (!first) throw new Error("expected an incident");
  const { document, report } = draftOf(first);
  const actions = document.record.actions.map(({ text: words, kind, state, due, link }) =>
    [words, kind, state, due ?? "", link ?? ""].join(" | "),
  );
  const told = report.guessed.concat(report.recognised).map(({ note = "" }) => note);
  return { actions, story: document.story, report, told: told.join(" "), record: document.record };
}

const rows = [
  ["Action item", "Type", "Owner", "Bug/Ticket", "Status", "Due"],
  ["Alert on errors per region", "detect", "Maya Berg", "OPS-4411", "Done", "2026-11-20"],
  ["Canary config pushes", "prevent", "Tom Okafor", "OPS-4412", "In progress", "2026-12-01"],
  ["Link the runbook", "mitigate", "Priya", "https://t.example/OPS-4413", "TODO", "Q1 2027"],
  ["Review all flags", "process", "SRE", "", "☑", "2026-11-15"],
];
const expected = [
  "Alert on errors per region (OPS-4411) | detect | done | 2026-11-20 | ",
  "Canary config pushes (OPS-4412) | prevent | open | 2026-12-01 | ",
  "Link the runbook (Q1 2027) | limit | open |  | https://t.example/OPS-4413",
  "Review all flags (process) | learn | done | 2026-11-15 | ",
];
const dividedBy = (divider: string) => rows.map((cells) => cells.join(divider)).join("\n");
const [head, ...others] = rows.map((cells) => `| ${cells.join(" | ")} |`);
const markdown = [head, "|---|---|---|---|---|---|", ...others].join("\n");

describe("a sheet of actions", () => {
  test.each([
    ["tabs", dividedBy("\t")],
    ["commas", dividedBy(",")],
    ["semicolons", dividedBy(";")],
    ["bars", markdown],
  ])("is read row by row between %s, below any heading or none", (_, sheet) => {
    for (const text of [
      sheet,
      `Checkout was down\n\nSummary\nIt failed.\n\nAction items\n${sheet}\n\nLessons learned\nNone yet at all.`,
      `# Checkout was down\n\n## Action items\n\nAll of them:\n\n${sheet}\n\nMore to come.\n`,
      `# Checkout was down\n\n## What happened\n\nIt failed.\n\n${sheet}\n`,
    ]) {
      const { actions, story, told } = drafted(text);
      expect(actions).toEqual(expected);
      expect(story).not.toContain("Owner");
      expect(told).toContain(
        "“In progress” was read as open. Its owner, “Tom Okafor”, was left out",
      );
      expect(told).toContain("“Q1 2027” is no day, and stands behind its words.");
    }
  });

  test("keeps the lines of a cell, and what no column is for", () => {
    const { actions } = drafted(
      'Task\tAssignee\tPriority\tDue date\tDone?\n"Write the runbook\nand link it from the alert"\tJo Li\tP1\t2026-12-01\tTRUE\nDrill it\tAnn Ox\tP2\t2026-12-08\tFALSE',
    );
    expect(actions).toEqual([
      "Write the runbook\nand link it from the alert (P1) | detect | done | 2026-12-01 | ",
      "Drill it (P2) | learn | open | 2026-12-08 | ",
    ]);
  });

  test("leaves a due day in the words that may be two days, and says so", () => {
    const sheet = "Action\tOwner\tDue date\nTest it\tJo\t03/04/2026\nDrill it\tJo\t15/04/2026";
    const { actions, told } = drafted(sheet);
    expect(actions).toEqual([
      "Test it (03/04/2026) | prevent | open |  | ",
      "Drill it | learn | open | 2026-04-15 | ",
    ]);
    expect(told).toContain("“03/04/2026” may be two days, and stands behind its words");
    const listed = "# Down\n\n## Action items\n\n- [ ] Drill it, due 03/04/2026\n";
    expect(drafted(listed).actions).toEqual(["Drill it, due 03/04/2026 | learn | open |  | "]);
  });

  test("is no timeline, though it has dates, and a timeline no sheet of actions", () => {
    expect(
      drafted("Action\tOwner\tDue date\nTest it\tJo\t2026-12-01\nDrill\tJo\t2026-12-02").record,
    ).toMatchObject({ timeline: [], actions: [{ due: "2026-12-01" }, { due: "2026-12-02" }] });
    const timeline = "Time (UTC)\tAction\tOwner\tStatus\n2026-11-14 09:02\tpaged\tops\tdone";
    expect(drafted(`${timeline}\n2026-11-14 09:04\tfixed\tops\tdone`).record).toMatchObject({
      timeline: [{ at: "2026-11-14T09:02Z" }, { at: "2026-11-14T09:04Z" }],
      actions: [],
    });
  });

  test("leaves sentences and code as they are", () => {
    const text =
      "# It fell\n\n## What happened\n\nThe task, its owner, and its status were lost\nWe looked, we saw, we fixed\n\n```\nAction,Owner,Status\na,b,c\n```\n";
    expect(drafted(text).story).toBe(text.slice(text.indexOf("##")));
  });
});
