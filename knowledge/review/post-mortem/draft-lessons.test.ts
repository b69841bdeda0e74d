import { describe, expect, test } from "vitest";

import { draftFrom, names } from "./draft-for-tests";

const lessonsOf = (text: string) => draftFrom(text).document.record.lessons;

describe("lines below lessons that say what they are about", () => {
  const told = [
    "What went well: rollback was quick",
    "What went wrong: muted alert",
    "Where we got lucky: it was not Black Friday",
  ];

  test.each([
    ["below a heading", `# Purge storm\n\n## Lessons learned\n${told.join("\n")}\n`],
    ["in a plain text", `Purge storm\n\nImpact\nAll.\n\nLessons learned\n${told.join("\n")}\n`],
    ["as a list", `# Purge storm\n\n## Lessons learned\n\n- ${told.join("\n- ")}\n`],
    ["apart", `# Purge storm\n\n## Lessons learned\n\n${told.join("\n\n")}\n`],
  ])("are lessons or candidates for what held, each by itself: %s", (_, text) => {
    const { document, report } = draftFrom(text);
    expect(document.record.lessons).toEqual(["What went wrong: muted alert"]);
    expect(document.story).toContain("Lessons learned\n");
    expect(document.story).toContain("What went well: rollback was quick");
    expect(document.story).toContain("Where we got lucky: it was not Black Friday");
    expect(document.story).not.toContain("muted");
    expect(names(report.guessed)).toEqual(
      expect.arrayContaining(["What went well → what held", "Where we got lucky → what held"]),
    );
    expect(names(report.recognised)).toContain("Lessons learned → lessons");
    expect(names(report.leftAsText)).toEqual([]);
  });

  test("say where each has gone, by its lines", () => {
    const text = `# Purge storm\n\n## Lessons learned\n${told.join("\n")}\n`;
    const { recognised, guessed } = draftFrom(text).report;
    const lines = [...recognised, ...guessed].map(({ to, from, until }) => [to, from + 1, until]);
    expect(lines).toEqual([
      ["title", 1, 1],
      ["lessons", 5, 5],
      ["what held", 4, 4],
      ["what held", 6, 6],
    ]);
  });

  test("in bold go on to the next of them", () => {
    const text = `# Purge storm

## Lessons learned

**What went well:** Rollback was quick.

- It was rehearsed.

**What didn't go well:** The alert was muted.

Purges need a limit.
`;
    const { document } = draftFrom(text);
    expect(document.record.lessons).toEqual([
      "What didn't go well: The alert was muted.",
      "Purges need a limit.",
    ]);
    expect(document.story).toContain(
      "**What went well:** Rollback was quick.\n\n- It was rehearsed.",
    );
  });
});

describe("a line below lessons that says what it is about", () => {
  test.each([
    ["- What went well: rollback was quick\n- Purges need a limit\n- Watch the origin"],
    ["- **What went well:** rollback\n  was quick\n- Purges need a limit\n- Watch the origin"],
    ["- Purges need a limit\n- Watch the origin\n- **What went well:** rollback was quick"],
    ["What went well: rollback was quick\nPurges need a limit\nWatch the origin"],
    ["**Where we got lucky:** Sunday\n\n- and noon\n\nPurges need a limit\nWatch the origin"],
    ["- **Where we got lucky:** Sunday\n\nPurges need a limit\nWatch the origin"],
  ])("takes no other lesson with it: %j", (lines) => {
    expect(lessonsOf(`# Purge storm\n\n## Lessons learned\n\n${lines}\n`)).toEqual([
      "Purges need a limit",
      "Watch the origin",
    ]);
  });

  test("takes with it what is nested in it, and the rest of its sentence", () => {
    const { record, story } = draftFrom(
      "# Purge storm\n\n## Lessons learned\n\n- What went well: rollback\n  - was rehearsed\n\n  and quick\n- Limit purges\n",
    ).document;
    expect(record.lessons).toEqual(["Limit purges"]);
    expect(story).toContain("- What went well: rollback\n  - was rehearsed\n\n  and quick");
    expect(
      lessonsOf("# Down\n\n## Lessons\n\nWhat went well: rollback\nwas quick.\nLimit purges.\n"),
    ).toEqual(["Limit purges."]);
  });
});

describe("lessons without marks of a list", () => {
  test("are one a line, where no line is so long that it was broken", () => {
    expect(lessonsOf("# Down\n\n## Lessons\n\nLimit purges.\nWatch the origin.\n")).toEqual([
      "Limit purges.",
      "Watch the origin.",
    ]);
  });

  test("go on where a line was broken, and within an item", () => {
    const broken =
      "A purge of everything reaches all edges within two minutes, and\nNobody can stop it.";
    expect(lessonsOf(`# Down\n\n## Lessons\n\n${broken}\n`)).toEqual([broken.replace("\n", " ")]);
    expect(lessonsOf("# Down\n\n## Lessons\n\n- Limit\n  Purges.\n- Watch\nthe origin.\n")).toEqual(
      ["Limit Purges.", "Watch the origin."],
    );
  });

  test.each([
    ["We never tried the failover of the", "PostgreSQL replicas before it was", "needed."],
    ["Alerts go to the team that owns the gate,", "SRE included."],
    ["1. We never tried the failover of the", "   PostgreSQL replicas."],
  ])("are one over short lines that go on: %s …", (...lines) => {
    const words = lines.map((line) => line.trim()).join(" ");
    expect(lessonsOf(`# Down\n\n## Lessons\n\n${lines.join("\n")}\n`)).toEqual([
      words.replace(/^1\. /, ""),
    ]);
  });

  test("begin anew in a broken paragraph behind the end of a sentence", () => {
    expect(
      lessonsOf("# Down\n\n## Lessons\n\nLimit purges, all\nof them.\nWatch the origin.\n"),
    ).toEqual(["Limit purges, all of them.", "Watch the origin."]);
  });

  test("keep further paragraphs of an item with it", () => {
    expect(
      lessonsOf(
        "# Down\n\n## Lessons\n\n- Limit purges.\n\n  Nobody can\n  stop one.\n\n- Watch.\n",
      ),
    ).toEqual(["Limit purges.\nNobody can stop one.", "Watch."]);
  });

  test("begin anew where a line says what it is about, however long the one above is", () => {
    const long = `Process: ${"a long way ".repeat(8)}to go`;
    expect(lessonsOf(`# Down\n\n## Lessons\n\n${long}\nTools: none\n`)).toEqual([
      long,
      "Tools: none",
    ]);
  });
});

test("measures of the impact are a row each also without marks of a list", () => {
  const { record } = draftFrom("# Down\n\n## Impact\n\nUsers: 12\nMoney: none\n").document;
  expect(record.impact).toMatchObject([
    { what: "Users", value: "12" },
    { what: "Money", value: "none" },
  ]);
});

test("what stays around a lesson that was taken away stays apart", () => {
  const text =
    "# Down\n\n## Lessons\n\n**What went well:** Quick.\n\n- Rehearsed.\n\n**What went badly:** Muted.\n\n**Where we got lucky:** Sunday.\n";
  expect(draftFrom(text).document.story).toContain(
    "- Rehearsed.\n\n**Where we got lucky:** Sunday.",
  );
});

test.each(["None known.", "N/A", "- none"])(
  "a section that says of lessons “%s” has none",
  (text) => {
    const { document } = draftFrom(`# Down\n\n## Recurrence\n\n${text}\n`);
    expect(document.record.lessons).toEqual([]);
    expect(document.story).toContain(text);
  },
);
