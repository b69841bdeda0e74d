import { describe, expect, test } from "vitest";

import { continued, emphasised, type Emphasis, type MarkdownChange } from "./markdown-marks";

/** A text with its selection between bars; one bar is a caret. */
function read(shown: string) {
  const start = shown.indexOf("|");
  const end = shown.lastIndexOf("|");
  const text = shown.replaceAll("|", "");
  return { text, start, end: end === start ? start : end - 1 };
}

function shownAfter(text: string, { from, to, insert, start, end }: MarkdownChange): string {
  const after = text.slice(0, from) + insert + text.slice(to);
  const bars = start === end ? "|" : `|${after.slice(start, end)}|`;
  return after.slice(0, start) + bars + after.slice(end);
}

function pressed(shown: string, emphasis: Emphasis): string {
  const selected = read(shown);
  return shownAfter(selected.text, emphasised(selected, emphasis));
}

describe("the key for bold", () => {
  test.each([
    ["marks what is selected", "a |b c| d", "a **|b c|** d"],
    ["takes the marks away again", "a **|b c|** d", "a |b c| d"],
    ["also where they were selected", "a |**b c**| d", "a |b c| d"],
    ["leaves space outside", "a| b |c", "a **|b|** c"],
    ["keeps italics", "_|b|_", "_**|b|**_"],
    ["goes from within italics", "**_|b|_**", "_|b|_"],
    ["goes from what is both", "***|b|***", "*|b|*"],
    ["means the word in which one is", "a wo|rd b", "a **wo|rd** b"],
    ["and that word again", "a **wo|rd** b", "a wo|rd b"],
    ["begins with nothing selected", "a |", "a **|**"],
    ["ends there", "a **b|**", "a **b**|"],
    ["takes back what is empty", "a **|** b", "a | b"],
    ["goes through paragraphs", "|a\nb\n\nc|", "|**a\nb**\n\n**c**|"],
  ])("%s", (_, before, after) => {
    expect(pressed(before, "bold")).toBe(after);
  });
});

describe("the key for italics", () => {
  test.each([
    ["marks what is selected", "a |b c| d", "a _|b c|_ d"],
    ["takes either mark away", "a *|b|* d", "a |b| d"],
    ["takes its own away", "a _|b|_ d", "a |b| d"],
    ["leaves bold alone", "**|b|**", "**_|b|_**"],
    ["goes from what is both", "***|b|***", "**|b|**"],
    ["goes from within bold", "**_|b|_**", "**|b|**"],
  ])("%s", (_, before, after) => {
    expect(pressed(before, "italic")).toBe(after);
  });
});

function entered(shown: string): string {
  const { text, start } = read(shown);
  const change = continued(text, start);
  return change === null ? "an ordinary line break" : shownAfter(text, change);
}

describe("Enter", () => {
  test.each([
    ["goes on with a list", "- one|", "- one\n- |"],
    ["takes along what is behind it", "- one| two", "- one\n- | two"],
    ["counts on", "9. one|", "9. one\n10. |"],
    ["goes on below", "- a\n  - b|", "- a\n  - b\n  - |"],
    ["goes on with boxes, which are empty", "- [x] one|", "- [x] one\n- [ ] |"],
    ["goes on with a quotation", "> one|", "> one\n> |"],
    ["goes on with a list in a quotation", "> 1) one|", "> 1) one\n> 2) |"],
    ["ends a list at an empty item", "- one\n- |", "- one\n\n|"],
    ["ends a quotation at an empty line", "> one\n> |", "> one\n\n|"],
    ["leaves no two empty lines", "Text.\n\n- |", "Text.\n\n|"],
  ])("%s", (_, before, after) => {
    expect(entered(before)).toBe(after);
  });

  test.each([
    ["in a paragraph", "one|"],
    ["before an item's mark", "|- one"],
    ["in code", "```\n- one|"],
    ["behind a dash that is none", "-one|"],
    ["behind a rule", "---|"],
  ])("is an ordinary line break %s", (_, before) => {
    expect(entered(before)).toBe("an ordinary line break");
  });
});
