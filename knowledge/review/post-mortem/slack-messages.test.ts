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
    const messages = ["```\nlog line", "and on"].map((text, index) => ({
      type: "message",
      user: "U01",
      text,
      ts: `169952406${index}.000200`,
    }));
    expect(read(messages).postMortems[0]?.timeline).toHaveLength(2);
  });

  test("a list of something else is not taken for one", () => {
    expect(read([{ type: "message", text: "x" }]).postMortems).toEqual([]);
    expect(read([]).postMortems).toEqual([]);
  });
});
