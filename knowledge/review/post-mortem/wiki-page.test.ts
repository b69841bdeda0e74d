import { describe, expect, test } from "vitest";

import { draftOf } from "./draft";
import { readPostMortemBytes } from "./read-post-mortem";

function drafted(text: string) {
  const { postMortems, warnings } = readPostMortemBytes(
    new TextEncoder().encode(text),
    "page.html",
  );
  const [first] = postMortems;
  if (!first) throw new Error("expected an incident");
  const { document, report } = draftOf(first);
  const { record, story } = document;
  const actions = record.actions.map(({ text: words, state, due }) => [words, state, due ?? ""]);
  return { record, story, report, actions, warnings: warnings.map(({ sentence }) => sentence) };
}

const storage = (rows: string, body = "") =>
  `<h1>Checkout was down</h1><table><tbody>${rows}</tbody></table><h2>Summary</h2><p>It failed.</p>${body}`;
const row = (name: string, value: string) =>
  `<tr><th><p>${name}</p></th><td><p>${value}</p></td></tr>`;
const status = `<ac:structured-macro ac:name="status"><ac:parameter ac:name="title">IN REVIEW</ac:parameter><ac:parameter ac:name="colour">Blue</ac:parameter></ac:structured-macro>`;
const person = `<ac:link><ri:user ri:userkey="8a7f"/><ac:plain-text-link-body><![CDATA[Maya Berg]]></ac:plain-text-link-body></ac:link>`;

describe("the properties of a wiki's page", () => {
  const names = ["Severity", "Owner", "Status", "Date", "Attendees", "Ticket"];
  const values = ["SEV-2", "Maya Berg", "IN REVIEW", "2026-11-14", "Maya Berg, Jo Li", "OPS-99"];
  const pairs = names.map((name, at) => [name, values[at] ?? ""] as const);
  const bars = pairs.map(([name, value]) => `| ${name} | ${value} |`);
  const [first, ...others] = bars;

  test.each([
    [
      "in storage form",
      storage(
        row("Severity", "SEV-2") +
          row("Owner", person) +
          row("Status", status) +
          row("Date", `<time datetime="2026-11-14"/>`) +
          row("Attendees", "Maya Berg, Jo Li") +
          row("Ticket", "OPS-99"),
      ),
    ],
    [
      "as HTML",
      storage(
        pairs
          .map(([name, value]) => `<tr><td><strong>${name}</strong></td><td>${value}</td></tr>`)
          .join(""),
      ),
    ],
    [
      "in Markdown, the first row as a head",
      `# Checkout was down\n\n${[first, "| --- | --- |", ...others].join("\n")}\n\n## Summary\n\nIt failed.\n`,
    ],
    [
      "as the text of the page",
      `Checkout was down\n\n${pairs.map((pair) => pair.join("\t")).join("\n")}\n\nSummary\nIt failed.\n`,
    ],
  ])("%s are told one by one", (_, text) => {
    const { story, report, record } = drafted(text);
    expect(record).toMatchObject({ title: "Checkout was down", summary: "It failed." });
    expect(story).toBe(
      "- **Severity:** SEV-2\n- **Status:** IN REVIEW\n- **Date:** 2026-11-14\n- **Ticket:** OPS-99\n",
    );
    expect(report.leftAsText.map(({ what }) => what)).toEqual([
      "Severity: SEV-2",
      "Status: IN REVIEW",
      "Date: 2026-11-14",
      "Ticket: OPS-99",
    ]);
    const dropped = report.dropped.map(({ text: words, reason }) => `${words} ${reason}`);
    expect(dropped).toContain(
      "- **Owner:** Maya Berg It names people; the record tells of the parts they had.",
    );
    expect(dropped.join(" ")).toContain("Attendees");
    expect(dropped.join(" ")).not.toContain("head of a table");
  });

  test("are none where a table has a head", () => {
    const table = "| Severity | Owner |\n| --- | --- |\n| SEV-2 | ops |\n";
    expect(drafted(`# Down\n\n${table}`).story).toBe(table);
    const measures = "| Measure | Value |\n| --- | --- |\n| Severity | 2 |\n| Status | done |\n";
    expect(drafted(`# Down\n\n${measures}`).story).toBe(measures);
  });
});

describe("tasks of a wiki's page", () => {
  const expected = [
    ["Add a canary", "done", "2026-11-20"],
    ["Write a runbook", "open", "2026-12-01"],
  ];
  const heading = "<h1>Down</h1><h2>Action items</h2>";

  test.each([
    [
      "in storage form",
      `${heading}<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>Add a canary <time datetime="2026-11-20"/></ac:task-body></ac:task><ac:task><ac:task-id>2</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>Write a runbook by <time datetime="2026-12-01"/></ac:task-body></ac:task></ac:task-list>`,
    ],
    [
      "as HTML",
      `${heading}<ul class="inline-task-list"><li class="checked" data-inline-task-id="1">Add a canary <time datetime="2026-11-20">20 Nov 2026</time></li><li data-inline-task-id="2">Write a runbook <time datetime="2026-12-01">01 Dec 2026</time></li></ul>`,
    ],
    [
      "with fields to tick",
      `${heading}<ul><li><input type="checkbox" checked> Add a canary (due 2026-11-20)</li><li><p><input type="checkbox"> Write a runbook, due: 1 Dec 2026.</p></li></ul>`,
    ],
    [
      "as signs",
      "# Down\n\n## Action items\n\n☑ Add a canary 20 Nov 2026\n☐ Write a runbook, due Dec 1, 2026\n",
    ],
    [
      "as boxes without the mark of a list",
      "# Down\n\n## Action items\n\n[x] Add a canary 2026-11-20\n[ ] Write a runbook by 2026-12-01\n",
    ],
  ])("%s are done or open, with the day on which they are due", (_, text) => {
    const { actions, report } = drafted(text);
    expect(actions).toEqual(expected);
    expect(report.guessed.map(({ note = "" }) => note).join(" ")).toContain(
      "Read as due 2026-12-01.",
    );
  });

  test("keep a day that says something else", () => {
    const { actions } = drafted(
      "# Down\n\n## Action items\n\n- [ ] Explain the errors since 2026-11-14\n- Drill like on 2026-11-14\n- [ ] Retire v1 due Dec 5\n- Look at the outage of 3 May 2026\n",
    );
    expect(actions).toEqual([
      ["Explain the errors since 2026-11-14", "open", ""],
      ["Drill like on 2026-11-14", "open", ""],
      ["Retire v1 due Dec 5", "open", ""],
      ["Look at the outage of 3 May 2026", "open", ""],
    ]);
  });
});

describe("pictures of a wiki's page", () => {
  test.each([
    [
      "storage form",
      `<p>Look: <ac:image ac:alt="p99 latency"><ri:attachment ri:filename="latency (1).png"/></ac:image></p><p><ac:image><ri:attachment ri:filename="e.png"/></ac:image></p>`,
    ],
    [
      "HTML",
      `<p>Look: <img src="/download/attachments/1/latency%20%281%29.png?v=1" alt="p99 latency"></p><p><img src="attachments/1/e.png" alt=""></p>`,
    ],
  ])("in %s that did not come are left out and told", (_, body) => {
    const { story, warnings } = drafted(storage("", `<h2>Notes</h2>${body}`));
    expect(story).toContain("Look:");
    expect(story).not.toContain("![");
    expect(story).not.toContain("latency");
    expect(warnings).toEqual([
      "2 pictures did not come with the text and were left out: “p99 latency” (latency%20%281%29.png), e.png. They can be put into the draft as pictures, from where they are kept.",
    ]);
  });

  test("of the web stay", () => {
    const text = "# Down\n\n## Notes\n\n![graph](https://x.example/g.png)\n";
    const { story, warnings } = drafted(text);
    expect(story).toContain("![graph](https://x.example/g.png)");
    expect(warnings).toEqual([]);
  });
});

test("the facts in a template below the summary are none of its words", () => {
  const { record } = drafted(
    "== Summary ==\n{{Incident scorecard\n| task = T1\n| start = 2024-05-08 14:02:00 UTC\n}}\nThumbnails were slow.\n\n== Actionables ==\n* Limit renders\n",
  );
  expect(record.summary).toBe("Thumbnails were slow.");
  expect(record.started).toBe("2024-05-08T14:02:00Z");
});
