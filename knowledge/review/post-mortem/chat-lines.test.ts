import { describe, expect, test } from "vitest";

import { utc } from "#knowledge/incident/written-zone";

import { systemsInWords } from "./chat-noise";
import { readPaste } from "./pasted-rows";

const context = { date: "2026-11-14", zone: utc };

function told(pasted: string): [time: string, text: string][] {
  return readPaste(pasted, context).rows.map(({ at, text }) => [at?.slice(11) ?? "", text]);
}

describe("a message of a chat", () => {
  const expected = [
    ["09:02Z", "PagerDuty: Triggered: checkout p99 above 2 s"],
    ["09:04Z", "person A: looking"],
    ["09:07Z", "person B: the config push?"],
    ["09:21Z", "person B: back to normal"],
  ];

  test.each([
    ["on one line", "PagerDuty  APP  9:02 AM", "Tom Okafor  :palm_tree:  9:07 AM"],
    ["on lines of their own", "PagerDuty\nAPP\n  9:02 AM", "Tom Okafor\n:palm_tree:\n  9:07 AM"],
    ["with the time", "PagerDuty\nAPP  9:02 AM", "Tom Okafor\n:palm_tree:  9:07 AM"],
    ["as a picture", "PagerDuty APP 9:02 AM", "Tom Okafor 🌴 9:07 AM"],
    ["as a flag, with a dash", "PagerDuty BOT — 9:02 AM", "Tom Okafor 🇸🇪 — 9:07 AM"],
    ["as two", "PagerDuty  APP  9:02 AM", "Tom Okafor  👩🏽‍💻 (he/him) :flag-se:  9:07 AM"],
  ])("has its badge and status %s, and is an entry of its own", (_, app, status) => {
    const chat = [
      `${app}\nTriggered: checkout p99 above 2 s`,
      "Maya Lindqvist  9:04 AM\nlooking",
      `${status}\nthe config push?`,
      `${status.replace("9:07", "9:21")}\nback to normal`,
    ].join("\n");
    expect(told(chat)).toEqual(expected);
    const { people, systems } = readPaste(chat, context);
    expect(people.map(({ name }) => name)).toEqual(["Maya Lindqvist", "Tom Okafor"]);
    expect(systems).toEqual(["PagerDuty"]);
    expect(systemsInWords(systems)).toBe("Read as systems, which keep their names: “PagerDuty”.");
  });

  test("is of a system where its name says so, or a badge does so once", () => {
    const chat =
      "Datadog Alerts  9:02 AM\nerrors\ndeploybot  9:03 AM\n#412 is out\nHelga  APP  9:04 AM\npaged\nHelga  9:05 AM\nacknowledged";
    expect(readPaste(chat, context).systems).toEqual(["Datadog Alerts", "deploybot", "Helga"]);
    expect(told(chat).map(([, text]) => text)).toContain("Helga: acknowledged");
  });

  test("is of a person whose name is a product's too", () => {
    const chat = "Claude Monet  9:02 AM\nlook\nRuby Jenkins  9:03 AM\nyes";
    expect(readPaste(chat, context).systems).toEqual([]);
  });

  test("begins with a handle above a time that is set in", () => {
    const chat = "maya\n  9:04 AM\nok\n9:05 AM\nlooking\ntom\n  9:07 AM\nok\n9:08 AM\nthanks";
    expect(told(chat)).toEqual([
      ["09:04Z", "person A: ok"],
      ["09:05Z", "person A: looking"],
      ["09:07Z", "person B: ok"],
      ["09:08Z", "person B: thanks"],
    ]);
  });
});

describe("people of a chat", () => {
  test("are the same under full name, first name and handle", () => {
    const chat =
      "[09:02] Maya Lindqvist: look\n[09:03] tom: yes\n[09:04] maya: Tom has it, not Maya Angelou\n[09:05] Tom Okafor: thanks Maya\n[09:06] mlindqvist: ok\n[09:07] tom: bye";
    expect(told(chat).map(([, text]) => text)).toEqual([
      "person A: look",
      "person B: yes",
      "person A: person B has it, not Maya Angelou",
      "person B: thanks person A",
      "person A: ok",
      "person B: bye",
    ]);
  });

  test("are others where a first name may be two people's", () => {
    const chat =
      "[09:02] Maya Lindqvist: look\n[09:03] Maya Roe: yes\n[09:04] maya: ok\n[09:05] Jo Li: thanks Maya";
    expect(told(chat).map(([, text]) => text)).toEqual([
      "person A: look",
      "person B: yes",
      "person C: ok",
      "person D: thanks Maya",
    ]);
  });

  test("keep parts and letters that are given already", () => {
    const chat = "[09:02] Jo Li: look\n[09:03] Maya Lindqvist: thanks Tom\n[09:04] Jo Li: yes";
    const parts = new Map([
      ["maya", "person A"],
      ["Tom Okafor", "database administrator B"],
    ]);
    const { rows } = readPaste(chat, context, { parts, letters: ["C"] });
    expect(rows.map(({ text }) => text)).toEqual([
      "person D: look",
      "person A: thanks database administrator B",
      "person D: yes",
    ]);
  });
});

test("what a message lists stays in it, also where it begins with a time", () => {
  const pasted = `Jane Doe  9:02 AM
so far:
• 8:55 deploy
• gate 12 shut
# log
Tom Okafor  9:07 AM
ok
Jane Doe  9:09 AM
open`;
  expect(told(pasted)).toEqual([
    ["09:02Z", "person A: so far: - 8:55 deploy\ngate 12 shut # log"],
    ["09:07Z", "person B: ok"],
    ["09:09Z", "person A: open"],
  ]);
});
