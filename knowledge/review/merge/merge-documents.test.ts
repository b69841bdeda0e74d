import { describe, expect, test } from "vitest";

import { entry, merged } from "./testing/written";

describe("two authors in one review", () => {
  test("who work on different things get both, and no question", () => {
    const base = {
      record: { title: "Pages fail", summary: "Pages failed.", timeline: [entry("a", "First.")] },
      story: "## What happened\n\nIt began at noon.\n\n## Lessons\n\nTo come.\n",
    };
    const ours = {
      record: { ...base.record, timeline: [entry("a", "First."), entry("b", "Second.")] },
      story: base.story.replace("To come.", "Watch the queue."),
    };
    const theirs = {
      record: { ...base.record, summary: "Pages failed. Nobody was paged." },
      story: base.story.replace("at noon", "at eleven"),
    };
    const { record, story, conflicts } = merged(base, ours, theirs);
    expect(conflicts).toEqual([]);
    expect(record).toMatchObject({
      summary: "Pages failed. Nobody was paged.",
      timeline: [{ id: "a" }, { id: "b" }],
    });
    expect(story).toBe(
      "## What happened\n\nIt began at eleven.\n\n## Lessons\n\nWatch the queue.\n",
    );
  });

  test("of whom one moves a row that the other edits get the edited row in its new place", () => {
    const [a, b, c] = [entry("a", "A."), entry("b", "B."), entry("c", "C.")];
    const { record, conflicts } = merged(
      { record: { timeline: [a, b, c] } },
      { record: { timeline: [c, a, b] } },
      { record: { timeline: [a, b, entry("c", "C, as the log says.")] } },
    );
    expect(conflicts).toEqual([]);
    expect(record.timeline.map(({ text }) => text)).toEqual(["C, as the log says.", "A.", "B."]);
  });

  test("who add rows at one place get both, those saved before first", () => {
    const a = entry("a", "A.");
    const { record, conflicts } = merged(
      { record: { timeline: [a] } },
      { record: { timeline: [a, entry("o", "Ours.")] } },
      { record: { timeline: [a, entry("t", "Theirs.")] } },
    );
    expect(conflicts).toEqual([]);
    expect(record.timeline.map(({ id }) => id)).toEqual(["a", "t", "o"]);
  });

  test("who remove one sentence alike, one of them writing more, are asked nothing in either order", () => {
    const story = (text: string) => ({ story: `## What happened\n\n${text}\n` });
    const base = story("It began. Then one came to the site. Then two came to the site.");
    const more = story("It began at noon and one came to the site.");
    const less = story("It began. Then one came to the site.");
    const inOneOrder = merged(base, more, less);
    const inTheOther = merged(base, less, more);
    expect(inOneOrder.conflicts).toEqual([]);
    expect(inTheOther.conflicts).toEqual([]);
    expect(inTheOther.story).toBe(inOneOrder.story);
  });

  test("of whom one removes a row that the other edits keep it, and are asked", () => {
    const a = entry("a", "A.");
    const { record, conflicts } = merged(
      { record: { timeline: [a] } },
      { record: { timeline: [] } },
      { record: { timeline: [entry("a", "A, at last.")] } },
    );
    expect(record.timeline).toMatchObject([{ text: "A, at last." }]);
    expect(conflicts).toMatchObject([
      {
        kind: "row",
        path: ["timeline", 0],
        id: "a",
        ours: null,
        kept: "theirs",
        because: "edited",
      },
    ]);
  });

  test("who edit different sentences of one paragraph get both", () => {
    const text = "It began at noon. Nobody noticed. It ended at one.";
    const { story, conflicts } = merged(
      { story: `${text}\n` },
      { story: "It began at 11:58. Nobody noticed. It ended at one.\n" },
      { story: "It began at noon. Nobody noticed. It ended at 13:20. We were lucky.\n" },
    );
    expect(conflicts).toEqual([]);
    expect(story).toBe("It began at 11:58. Nobody noticed. It ended at 13:20. We were lucky.\n");
  });

  test("who edit one sentence far enough apart get both", () => {
    const { record, conflicts } = merged(
      { record: { summary: "The pump failed at noon because the valve was shut." } },
      { record: { summary: "The cooling pump failed at noon because the valve was shut." } },
      { record: { summary: "The pump failed at noon because the valve was stuck." } },
    );
    expect(conflicts).toEqual([]);
    expect(record.summary).toBe("The cooling pump failed at noon because the valve was stuck.");
  });

  test("who say different things of one thing are shown both whole sentences", () => {
    const { record, conflicts } = merged(
      { record: { summary: "It was bad. It took 10 minutes. Then it ended." } },
      { record: { summary: "It was bad. It took 12 minutes. Then it ended." } },
      { record: { summary: "It was bad. It took 10 hours. Then it ended." } },
    );
    expect(record.summary).toBe("It was bad. It took 10 hours. Then it ended.");
    expect(conflicts).toMatchObject([
      {
        kind: "text",
        path: ["summary"],
        base: "It took 10 minutes.",
        ours: "It took 12 minutes.",
        theirs: "It took 10 hours.",
        kept: "theirs",
      },
    ]);
  });

  test("who add sentences around one that both change choose of that one alone", () => {
    const began = "It took 10 minutes.";
    const changed = "It took 12 minutes.";
    const other = "It took 10 hours.";
    for (const [ours, theirs, text] of [
      [changed, `A page came late. ${other}`, `A page came late. ${other}`],
      [`${changed} Nobody knew why.`, other, `${other} Nobody knew why.`],
      [`Luck helped. ${changed}`, `${other} Nobody knew.`, `Luck helped. ${other} Nobody knew.`],
    ] as const) {
      for (const isSwapped of [false, true]) {
        const sides = { ours: isSwapped ? theirs : ours, theirs: isSwapped ? ours : theirs };
        const { record, conflicts } = merged(
          { record: { summary: began } },
          { record: { summary: sides.ours } },
          { record: { summary: sides.theirs } },
        );
        const [kept, left] = isSwapped ? [changed, other] : [other, changed];
        expect(record.summary).toBe(text.replace(other, kept));
        expect(conflicts).toMatchObject([{ base: began, ours: left, theirs: kept }]);
      }
    }
  });

  test("who are one, whose tab was closed in mid-sentence, get what was written last", () => {
    const states = [
      "The pool ran dry. We that",
      "The pool ran dry. We that wa",
      "The pool ran dry. We that was cut o",
    ];
    const [base = "", shorter = "", longer = ""] = states;
    for (const [ours, theirs] of [
      [shorter, longer],
      [longer, shorter],
    ]) {
      const { record, story, conflicts } = merged(
        { record: { summary: base }, story: `${base}\n\nMore.\n` },
        { record: { summary: ours }, story: `${ours}\n\nMore.\n` },
        { record: { summary: theirs }, story: `${theirs}\n\nMore.\n` },
      );
      expect(conflicts).toEqual([]);
      expect(record.summary).toBe(longer);
      expect(story).toBe(`${longer}\n\nMore.\n`);
    }
  });

  test("who both add a paragraph at one place get both, and are told", () => {
    const { story, conflicts } = merged(
      { story: "## Lessons\n" },
      { story: "## Lessons\n\nOurs.\n" },
      { story: "## Lessons\n\nTheirs.\n" },
    );
    expect(story).toBe("## Lessons\n\nTheirs.\n\nOurs.\n");
    expect(conflicts).toMatchObject([{ kind: "text", path: ["story", 1], kept: "both" }]);
  });

  test("of whom one moves a section that the other edits get the edited section moved", () => {
    const [a, b] = ["## A\n\nAlpha.\n", "## B\n\nBeta.\n"];
    const { story, conflicts } = merged(
      { story: `${a}\n${b}` },
      { story: `${b}\n${a}` },
      { story: `${a}\n## B\n\nBeta and gamma.\n` },
    );
    expect(conflicts).toEqual([]);
    expect(story).toBe("## B\n\nBeta and gamma.\n\n## A\n\nAlpha.\n");
  });

  test("who both write a section of one name get one with both texts", () => {
    const { story } = merged(
      { story: "## A\n\nAlpha.\n" },
      { story: "## A\n\nAlpha.\n\n## Lessons\n\nOurs.\n" },
      { story: "## A\n\nAlpha.\n\n## Lessons\n\nTheirs.\n" },
    );
    expect(story).toBe("## A\n\nAlpha.\n\n## Lessons\n\nTheirs.\n\nOurs.\n");
  });

  test("who end the story with new sections get a blank line between them", () => {
    const { story, conflicts } = merged(
      { story: "## A\n\nAlpha." },
      { story: "## A\n\nAlpha.\n\n## Ours\n\nO." },
      { story: "## A\n\nAlpha.\n\n## Theirs\n\nT." },
    );
    expect(conflicts).toEqual([]);
    expect(story).toBe("## A\n\nAlpha.\n\n## Theirs\n\nT.\n\n## Ours\n\nO.");
  });

  test("of whom one has just begun a block of code lose nothing of the other's", () => {
    const base = "Opening.\n\n## A\n\nAlpha.\n\n## B\n\nBeta.\n";
    const { story, conflicts } = merged(
      { story: base },
      { story: base.replace("Opening.", "Opening.\n\n```sh\ntail -f x.log") },
      { story: base.replace("Beta.", "Beta and gamma.") },
    );
    expect(conflicts).toEqual([]);
    expect(story).toBe(
      "Opening.\n\n```sh\ntail -f x.log\n\n## A\n\nAlpha.\n\n## B\n\nBeta and gamma.\n",
    );
  });

  test("who change one line of code are asked for the line, which is not mixed", () => {
    const code = (line: string) => `\`\`\`\n${line}\n\`\`\`\n`;
    const { story, conflicts } = merged(
      { story: code("limit = 10 and the rest of it stays as it is here") },
      { story: code("limit = 20 and the rest of it stays as it is here") },
      { story: code("limit = 10 and the rest of it stays as it is there") },
    );
    expect(story).toBe(code("limit = 10 and the rest of it stays as it is there"));
    expect(conflicts).toMatchObject([{ path: ["story", 1], kept: "theirs" }]);
  });
});
