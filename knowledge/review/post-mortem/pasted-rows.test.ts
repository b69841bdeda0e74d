import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { utc } from "#knowledge/incident/written-zone";

import { leftOutInWords, partsInWords } from "./chat-noise";
import { readPaste, rowsFromPaste } from "./pasted-rows";

const context = { date: "2024-07-19", zone: utc };
const rows = (pasted: string) => rowsFromPaste(pasted, context).map(({ at, text }) => [at, text]);

describe("rows out of what is pasted", () => {
  const expected = [
    ["2024-07-19T14:05Z", "Deploy starts"],
    ["2024-07-19T14:20Z", "Errors rise"],
  ];

  test.each([
    ["a spreadsheet", "14:05\tDeploy starts\n14:20\tErrors rise"],
    ["a spreadsheet with its head", "Time\tWhat\n14:05\tDeploy starts\n14:20\tErrors rise"],
    [
      "a Markdown table",
      "| Time | Event |\n|---|---|\n| 14:05 | Deploy starts |\n| 14:20 | Errors rise |",
    ],
    ["a list", "- 14:05 Deploy starts\n- 14:20 Errors rise"],
    ["plain lines", "14:05 - Deploy starts\n14:20 - Errors rise"],
    [
      "a web page's table",
      "<table><tr><th>When</th><th>What</th></tr><tr><td>14:05</td><td>Deploy starts</td></tr><tr><td>14:20</td><td>Errors rise</td></tr></table>",
    ],
    ["a web page's list", "<ul><li>14:05 Deploy starts</li><li>14:20 Errors rise</li></ul>"],
  ])("come out of %s", (_, pasted) => {
    expect(rows(pasted)).toEqual(expected);
  });

  const said = [
    ["2024-07-19T09:12Z", "person A: I see errors"],
    ["2024-07-19T09:13Z", "person B: person A is on it"],
  ];

  test.each([
    [
      "time and name in brackets",
      "[09:12] Jane Doe: I see errors\n[09:13] Bob Ray: @Jane is on it",
    ],
    ["the text below", "Jane Doe  9:12 AM\nI see errors\nBob Ray  9:13 AM\n@Jane is on it"],
    ["quotes", "> jane [9:12 AM]\n> I see errors\n> bob [9:13 AM]\n> @jane is on it"],
    ["names in angle brackets", "09:12 <jane> I see errors\n09:13 <bob> @jane is on it"],
  ])("come out of a chat with %s, people as the parts they have", (_, pasted) => {
    expect(rows(pasted)).toEqual(said);
  });

  test("keep what a column of links holds, behind the text", () => {
    const sheet =
      "Time\tWho\tWhat\tLink\n14:05\tOps\tDeploy starts\thttps://ci.example/412\n14:20\tOps\tErrors rise\t";
    expect(rows(sheet)).toEqual([
      ["2024-07-19T14:05Z", "Ops: Deploy starts (https://ci.example/412)"],
      ["2024-07-19T14:20Z", "Ops: Errors rise"],
    ]);
  });

  const slack = `Tom Brandt
  3:01 PM
all six nodes are back
:eyes: 2
Tom Brandt (he/him)  3:05 PM
joined #inc-redis along with 3 others.
3:12 PM
pool raised to 400
:tada:
3
Ana Diaz :palm_tree:  3:15 PM
thanks @Tom
[3:16 PM]
closing this
2 replies`;

  test("come one a message where a chat shows only the time above a further one", () => {
    expect(rows(slack)).toEqual([
      ["2024-07-19T15:01Z", "person A: all six nodes are back"],
      ["2024-07-19T15:12Z", "person A: pool raised to 400"],
      ["2024-07-19T15:15Z", "person B: thanks person A"],
      ["2024-07-19T15:16Z", "person B: closing this"],
    ]);
  });

  test("leave out reactions and who joined, and say so", () => {
    const { leftOut } = readPaste(slack);
    expect(leftOut.map(({ text }) => text)).toEqual([
      ":eyes: 2",
      "joined #inc-redis along with 3 others.",
      ":tada:",
      "3",
      "2 replies",
    ]);
    expect(leftOutInWords(leftOut)).toBe(
      "Left out: 3 reactions (“:eyes: 2”, “:tada:”, “3”); 1 line on who joined or left (“joined #inc-redis along with 3 others.”); 1 line on replies (“2 replies”).",
    );
  });

  const divided = `Saturday, November 14th
Anna Berg
  2:02 PM
redis is down
New
Bob Ray  2:05 PM
looking
Yesterday
Anna Berg  9:07 AM
New cables, and
Today
would be the day
Today
Bob Ray  9:10 AM
done`;

  test("are of the days that a chat shows between messages, which are no words of anybody", () => {
    const now = Date.parse("2026-11-22T18:00Z");
    const { rows: read, leftOut } = readPaste(divided, { zone: utc, now });
    expect(read.map(({ at, text }) => [at, text])).toEqual([
      ["2026-11-14T14:02Z", "person A: redis is down"],
      ["2026-11-14T14:05Z", "person B: looking"],
      ["2026-11-21T09:07Z", "person A: New cables, and Today would be the day"],
      ["2026-11-22T09:10Z", "person B: done"],
    ]);
    expect(leftOutInWords(leftOut)).toBe(
      "Left out: 4 dividers (“Saturday, November 14th”, “New”, “Yesterday”, “Today”).",
    );
    const told = read.map(({ warnings }) => warnings.map(({ sentence }) => sentence).join(" "));
    expect(told).toEqual([
      "The year is not stated; 2026 was taken, in which the last such day lies.",
      "",
      "“Yesterday” was read as 2026-11-21.",
      "“Today” was read as 2026-11-22.",
    ]);
  });

  test("have no day below “Yesterday” where nobody knows when the chat was copied", () => {
    const { rows: read } = readPaste(divided, context);
    expect(read.map(({ at }) => at)).toEqual([
      "2024-11-14T14:02Z",
      "2024-11-14T14:05Z",
      null,
      null,
    ]);
    expect(read[2]?.warnings.map(({ sentence }) => sentence)).toEqual([
      "Nothing says which day “Yesterday” is.",
      "Nothing says the date of “9:07 AM”.",
    ]);
  });

  test("are of the day that stands beside a name, and of days of IRC", () => {
    const now = Date.parse("2026-11-22T18:00Z");
    const beside =
      "jane  Yesterday at 11:58 PM\nhm\nbob  Today at 12:04 AM\ndown\njane  12:06 AM\nyes";
    const at = (pasted: string) => readPaste(pasted, { zone: utc, now }).rows.map((row) => row.at);
    expect(at(beside)).toEqual(["2026-11-21T23:58Z", "2026-11-22T00:04Z", "2026-11-22T00:06Z"]);
    const irc =
      "--- Day changed Fri Nov 13 2026\n23:58 <jane> hm\n--- Day changed Sat Nov 14 2026\n00:04 <bob> down";
    expect(at(irc)).toEqual(["2026-11-13T23:58Z", "2026-11-14T00:04Z"]);
  });

  test("keep words that only look like a reaction", () => {
    const talk = "Jo Li  3:01 PM\n:fire:\nJo Li  3:02 PM\n5 nodes left\nJo Li  3:03 PM\n42";
    expect(rows(talk).map(([, text]) => text)).toEqual([
      "person A: :fire:",
      "person A: 5 nodes left",
      "person A: 42",
    ]);
  });

  test("keep sentences that only begin like what a chat prints", () => {
    const words = [
      "2 replies lost on the queue",
      "left #db-main open for writes",
      "removed from #payments by mistake",
      "Last reply from the vendor was at noon",
      "joined #ops too late to stop it",
    ];
    const talk = `Jo Li  3:01 PM\nlook\nJo Li  3:02 PM\n${words.join("\n")}`;
    const { rows: read, leftOut } = readPaste(talk, context);
    expect(leftOut).toEqual([]);
    expect(read.at(-1)?.text).toBe(`person A: ${words.join(" ")}`);
  });

  test("leave out what a chat prints, and list all of it", () => {
    const printed = [
      "was added to #inc-redis by Ana Diaz.",
      "joined #inc-redis.",
      "has joined #inc-redis along with Ana Diaz and 2 others",
      "left #inc-redis",
      "2 replies",
      "12 replies  Last reply today at 9:41 AM",
      "Last reply 3 days ago",
      "Last reply May 3rd at 9:41 AMView thread",
      "View thread",
    ];
    const talk = `Jo Li  3:01 PM\nlook\nJo Li  3:02 PM\nfixed\n${printed.join("\n")}`;
    const { rows: read, leftOut } = readPaste(talk, context);
    expect(read.map(({ text }) => text)).toEqual(["person A: look", "person A: fixed"]);
    expect(leftOut.map(({ text }) => text)).toEqual(printed);
    for (const text of printed) expect(leftOutInWords(leftOut)).toContain(`“${text}”`);
  });

  test("take no heading above a time for a person", () => {
    const headed =
      "Status Update\n14:05\ninvestigating\nStatus Update\n14:20\nfixing\nStatus Update\n15:00\nfixed";
    const { rows: read, people } = readPaste(headed, context);
    expect(people).toEqual([]);
    expect(read.filter(({ text }) => text.includes("Status Update"))).toHaveLength(3);
  });

  test("say which names became parts, as a heading may be among them", () => {
    const talk = "Queue Drained\n14:05\nlook\nQueue Drained\n14:20\ngood\nJo Li\n15:00\nthanks";
    const { people } = readPaste(talk, context);
    expect(partsInWords(people)).toBe(
      "Names were replaced: “Queue Drained” is person A, “Jo Li” is person B.",
    );
    expect(partsInWords([])).toBeNull();
  });

  test("call people by their parts wherever they are addressed", () => {
    const talk = [
      "[09:12] Jane Doe: hi",
      "[09:13] Jane Roe: @Jane.Doe @janeroe @JANE ask Jane Roe, not Jane Roebuck or a@Jane",
      "[09:14] Ben Ox: jane doe: look",
    ];
    expect(rows(talk.join("\n")).map(([, text]) => text)).toEqual([
      "person A: hi",
      "person B: person A person B person A ask person B, not Jane Roebuck or a@Jane",
      "person C: person A: look",
    ]);
  });

  test("come out of a chat of thousands of people", () => {
    const name = (at: number) => `Jane${at.toString(36)} Doe${at.toString(36)}`;
    const talk = Array.from({ length: 3_000 }, (_, at) => `[09:12] ${name(at)}: hello there`);
    expect(rows(talk.join("\n"))).toHaveLength(3_000);
  });

  test("keep lines without a time as rows without one", () => {
    expect(rows("- 14:05 Deploy starts\n- nobody knows when: restart\n\nA remark.")).toEqual([
      ["2024-07-19T14:05Z", "Deploy starts"],
      [null, "nobody knows when: restart"],
      [null, "A remark."],
    ]);
  });

  test("never throw, and lose no word", () => {
    const line = fc.constantFrom(
      "14:05 one",
      "- 14:20 two",
      "| 14:30 | three |",
      "\tfour",
      "five\tsix",
      "[09:12] Jane Doe: seven",
      "Jane Doe  9:12 AM",
      "",
      "2024-07-20",
      "eight",
    );
    const words = /\b(?:one|two|three|four|five|six|seven|eight)\b/g;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const pasted = lines.join("\n");
        const told = rowsFromPaste(pasted, context)
          .map(({ typed, text }) => `${typed} ${text}`)
          .join(" ");
        const lost = (pasted.match(words) ?? []).filter((word) => !told.includes(word));
        expect(lost).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("never throw on anything", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { maxLength: 4 }), (lines) => {
        expect(rows(lines.join("\n")).every(([, text]) => text !== "")).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
