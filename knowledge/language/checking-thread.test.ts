import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextRound } from "node:timers/promises";

import { describe, expect, test } from "vitest";

import { checkLanguage } from "./check-language";
import { createCheckingThread } from "./checking-thread";
import { languageSections } from "./section";

const standIn = (name: string) => join(import.meta.dirname, "testing", `${name}.thread.mjs`);
const published = readFileSync("content/incidents/cloudflare-2025-11-bot-management.md", "utf8");

describe("a text that is judged in a thread", () => {
  const thread = createCheckingThread();

  test.each(languageSections)("gets the findings that it gets anywhere, as %s", async (section) => {
    for (const text of ["", "🔥 The operator forgot the valve. \ud800", published]) {
      const findings = JSON.stringify(checkLanguage(text, section));
      expect(await thread.check(text, section)).toEqual({ kind: "checked", findings });
    }
  });

  test("leaves this thread to others meanwhile", async () => {
    const order: string[] = [];
    const checked = thread.check("if only ".repeat(12_500), "story").then(() => order.push("text"));
    // Judged here, it would be done before any other thing had its turn.
    await nextRound();
    order.push("other");
    await checked;
    expect(order).toEqual(["other", "text"]);
  });

  test("waits while others are judged, and is not taken where too many wait", async () => {
    const small = createCheckingThread({ program: standIn("weary"), mostWaiting: 3_003 });
    const texts = ["a", "b", "c", "d", "e"];
    const checked = await Promise.all(texts.map((text) => small.check(text, "story")));
    expect(checked).toEqual([
      { kind: "checked", findings: '["a"]' },
      { kind: "checked", findings: '["b"]' },
      { kind: "checked", findings: '["c"]' },
      { kind: "busy" },
      { kind: "busy" },
    ]);
  });

  test.each([
    ["takes too long", "endless"],
    ["ends the thread", "fatal"],
  ])("that %s is given up, and the next one judged in another", async (_, text) => {
    const weary = createCheckingThread({ program: standIn("weary"), deadline: 500 });
    const [given, next] = await Promise.all([
      weary.check(text, "story"),
      weary.check("next", "story"),
    ]);
    expect(given).toEqual({ kind: "given up" });
    expect(next).toEqual({ kind: "checked", findings: '["next"]' });
  });

  test.each(["stillborn", "absent"])("fails where the thread is %s", async (name) => {
    const never = createCheckingThread({ program: standIn(name) });
    await expect(never.check("a", "story")).rejects.toThrow("cannot be started");
    await expect(never.check("a", "story")).rejects.toThrow("cannot be started");
  });
});
