import { expect, test } from "vitest";

import { ownWords } from "./own-words";

const words = (text: string) => ownWords(text).match(/[\p{L}\p{N}]+/gu) ?? [];

test.each([
  ["addresses", "Down: https://kinesis.example.com/consul?var=dns and www.kafka.example/x, see"],
  ["the address of a link", "Down: [and](https://consul.example/dns) see"],
  ["mail addresses and mentions", "Down: grace@consul.example and @mark.power see"],
  ["fenced code", "Down:\n```sh\nkubectl get consul\n```\nand see"],
  ["code that nobody has closed yet", "Down: and see\n~~~\nkubectl get consul"],
  ["indented code", "Down: and see\n\n    pg_restore consul\n    error: consul\n"],
  ["a trace of calls", "Down: and see\n  at com.consul.Dns.route(Dns.java:8)\n"],
  ["comments", "Down: <!-- which routers,\ncables --> and see"],
  ["who wrote to whom", "From: Consul Team\nTo: Dns\nDown: and see\nAttendees: Sandy Banks"],
  ["a signature", "Down: and see\n-- \nDns Consul\nRouter Street"],
  ["a closing formula", "Down: and see\n\nKind regards,\nRobin Router"],
  [
    "what mail programs add",
    "Down: and see\nThis mail is confidential and for the consul.\nSent from my router",
  ],
  ["what was answered to", "Down: and see\n> On Tuesday, Consul wrote:\n> > the router"],
  [
    "the questions of a template",
    "Down: and see\n- Who could not reach the router?\n_What held the consul?_",
  ],
])("what somebody wrote is without %s", (_, text) => {
  expect(words(text)).toEqual(["Down", "and", "see"]);
});

test("what somebody wrote is without people by their names", () => {
  expect(words("routers were restarted by Grace Hopper while Mark Power looked on")).toEqual(
    words("routers were restarted by while looked on"),
  );
});

test("names stay that are of no person, and titles in capitals", () => {
  for (const text of ["Transit Gateway of Azure Storage", "Grace Period Of The Mark Sweep Ended"]) {
    expect(ownWords(text)).toBe(text);
  }
});

test("a text that is nothing else is left as it is", () => {
  for (const text of [
    "Why did DNS fail?",
    "```\nconsul: no leader\n```",
    "https://consul.example",
  ]) {
    expect(ownWords(text)).toBe(text);
  }
});

test("lists keep what is indented, and lines stay lines", () => {
  const text = "Seen:\n\n    - consul lost its leader\n    - dns failed\nthen";
  expect(ownWords(text)).toBe(text);
});

test.each([
  "a.".repeat(10_000),
  "](".repeat(10_000),
  "<!--".repeat(5_000),
  "```\n".repeat(5_000),
  "<a".repeat(10_000),
  "`".repeat(200_000),
  "~".repeat(200_000),
  `${"`".repeat(100_000)} ${"`".repeat(100_000)}`,
  "> ".repeat(10_000),
  "Grace ".repeat(3_000),
  "what ".repeat(4_000),
])("a text that tries to wear it out is read in no time: %#", (text) => {
  const before = performance.now();
  ownWords(text);
  expect(performance.now() - before).toBeLessThan(1_000);
});
