import { describe, expect, test } from "vitest";

import { draftOf } from "./draft";
import { readPostMortemBytes } from "./read-post-mortem";

const jane = { real_name: "Jane Doe", display_name: "jane" };
const raj = { real_name: "Raj Patel", display_name: "" };
const day = [
  {
    type: "message",
    subtype: "channel_join",
    user: "U01",
    text: "<@U01> has joined the channel",
    ts: "1699524000.000100",
  },
  {
    type: "message",
    user: "U01",
    user_profile: jane,
    text: "Gate 12 does not open",
    ts: "1699524060.000200",
    thread_ts: "1699524060.000200",
    reply_count: 1,
    reactions: [{ name: "eyes", users: ["U02"], count: 1 }],
  },
  {
    type: "message",
    user: "U02",
    user_profile: raj,
    text: "<@U01> same for 13 &amp; 14, see <https://status.example.no|status>\nfrom <#C1|gates>",
    ts: "1699524180.000300",
  },
  {
    type: "message",
    subtype: "bot_message",
    bot_id: "B1",
    username: "deploybot",
    text: "",
    attachments: [{ fallback: "Key pushed" }],
    ts: "1699525800.000500",
  },
];

/** A message, a second after the one before it in a list. */
const messages = (...written: readonly Record<string, unknown>[]) =>
  written.map((one, index) => ({ type: "message", ts: `169952406${index}.000200`, ...one }));

const entriesOf = (value: unknown) =>
  read(value).postMortems[0]?.timeline.map(({ text, warnings }) => [text, ...warnings]);

const read = (value: unknown) =>
  readPostMortemBytes(Buffer.from(JSON.stringify(value)), "2023-11-09.json");

describe("a day of a channel out of an export of Slack", () => {
  test("is a timeline in UTC, in which people have parts", () => {
    const [postMortem] = read(day).postMortems;
    expect(postMortem?.timeline.map(({ at, text }) => [at, text])).toEqual([
      ["2023-11-09T10:01:00Z", "person A: Gate 12 does not open"],
      ["2023-11-09T10:03:00Z", "person B: person A same for 13 & 14, see status from #gates"],
      ["2023-11-09T10:30:00Z", "deploybot: Key pushed"],
    ]);
    expect(postMortem?.title).toBeNull();
    expect(JSON.stringify(postMortem && draftOf(postMortem).document)).not.toMatch(/Jane|Raj|U0\d/);
  });

  test("says what was replaced and left out", () => {
    const { warnings, postMortems } = read(day);
    expect(warnings.map(({ sentence }) => sentence)).toEqual([
      "Fields of the JSON that were not taken: “reactions”. Add by hand what of them is needed.",
    ]);
    const told = postMortems[0]?.warnings.flatMap(({ kind, sentence }) =>
      kind === "chat" ? [sentence] : [],
    );
    expect(told?.slice(0, 3)).toEqual([
      "Names were replaced: “Jane Doe” is person A, “Raj Patel” is person B.",
      "Read as systems, which keep their names: “deploybot”.",
      "Left out: 1 line on who joined or left (“@Jane Doe has joined the channel”).",
    ]);
  });

  test("is read alike as its interface answers it, the newest first", () => {
    const texts = (value: unknown) => read(value).postMortems[0]?.timeline.map(({ text }) => text);
    expect(texts({ ok: true, messages: day.toReversed(), has_more: false })).toEqual(texts(day));
  });

  test("a block of code in one message does not swallow those below", () => {
    const said = messages({ user: "U01", text: "```\nlog line" }, { user: "U01", text: "and on" });
    expect(read(said).postMortems[0]?.timeline).toHaveLength(2);
  });

  test("a list of something else is not taken for one", () => {
    expect(read([{ type: "message", text: "x" }]).postMortems).toEqual([]);
    expect(read([]).postMortems).toEqual([]);
  });

  test("has one name for an account, of which not every message says it", () => {
    const said = messages(
      { user: "U02", text: "Gate 12 is shut, <@U01>" },
      { user: "U01", user_profile: jane, text: "<@U02> on it" },
      { user: "U01", text: "Key found, <@U07>" },
    );
    expect(entriesOf(said)).toEqual([
      ["person A: Gate 12 is shut, person B"],
      ["person B: person A on it"],
      ["person B: Key found, @somebody"],
    ]);
    const told = read(said).postMortems[0]?.warnings.map(({ sentence }) => sentence);
    expect(told?.[0]).toBe("Names were replaced: “U02” is person A, “Jane Doe” is person B.");
  });

  test("keeps what a message lists, quotes and draws within it", () => {
    const said = messages(
      { user: "U01", text: "- Gate 12\n• Gate 13\n1. Gate 14" },
      {
        user: "U01",
        text: "Looked:\n- 10:05 restart\n# log\n---\n| a | b |\n|---|---|\n&gt; shut",
      },
      { user: "U01", text: "Open" },
    );
    expect(entriesOf(said)).toEqual([
      ["person A: Gate 12\nGate 13\n1. Gate 14"],
      ["person A: Looked: - 10:05 restart # log | a | b | |---|---| > shut"],
      ["person A: Open"],
    ]);
    expect(read(said).title).toBeNull();
  });

  test("has no entries of what Slack says of the channel, and says what they were", () => {
    const said = messages(
      { user: "U01", user_profile: jane, text: "Gate 12 is shut" },
      { user: "USLACKBOT", subtype: "tombstone", text: "This message was deleted.", hidden: true },
      {
        user: "U01",
        subtype: "channel_topic",
        topic: "Gates",
        text: "<@U01> set the topic: Gates",
      },
      { user: "U01", subtype: "pinned_item", text: "pinned a message", item_type: "C" },
      { user: "U01", subtype: "huddle_thread", text: "" },
      { user: "U01", subtype: "me_message", text: "restarts the gate" },
      { user: "U01", subtype: "thread_broadcast", text: "Open" },
    );
    expect(entriesOf(said)).toEqual([
      ["person A: Gate 12 is shut"],
      ["person A: restarts the gate"],
      ["person A: Open"],
    ]);
    const { postMortems, warnings } = read(said);
    expect(warnings).toEqual([]);
    expect(postMortems[0]?.warnings.map(({ sentence }) => sentence)).toContain(
      "Left out: 1 deleted message (“This message was deleted.”); 3 notes on the channel itself (“@Jane Doe set the topic: Gates”, “pinned a message”, “huddle_thread”).",
    );
  });
});
