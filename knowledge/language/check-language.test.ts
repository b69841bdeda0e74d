import { describe, expect, test } from "vitest";

import { checkLanguage } from "./check-language";
import type { LanguageSection } from "./section";

/** What is found, as "rule: words". */
function found(text: string, section: LanguageSection = "story"): string[] {
  return checkLanguage(text, section).map((finding) => `${finding.rule}: ${finding.text}`);
}

describe("a finding", () => {
  test("says where the words stand, why, and how else to put it", () => {
    const text = "At 14:02 the engineer failed to check the replica.";
    const [finding] = checkLanguage(text, "story");
    expect(finding).toMatchObject({ rule: "failed-to", level: "strong", text: "failed to" });
    expect(text.slice(finding?.start, finding?.end)).toBe("failed to");
    expect(finding?.reason).toMatch(/^[A-Z].{40,}\.$/);
    expect(finding?.suggestions).toHaveLength(2);
  });

  test("counts in UTF-16, as a browser does", () => {
    const text = "🔥🔥 The operator forgot the valve.";
    const [finding] = checkLanguage(text, "story");
    expect(finding?.start).toBe(text.indexOf("forgot"));
  });

  test("is the stronger one where two rules see the same words", () => {
    expect(found("The administrator could have prevented it.")).toEqual([
      "could-have: could have prevented",
    ]);
  });
});

describe("the subject decides", () => {
  test.each([
    ["The engineer failed to notice the lag.", "failed-to: failed to"],
    ["The engineer on the night shift failed to notice the lag.", "failed-to: failed to"],
    ["The engineer, who had just come on shift, failed to notice the lag.", "failed-to: failed to"],
    ["The engineer (on call that week) failed to notice the lag.", "failed-to: failed to"],
    ["The engineer restarted the node and failed to notice the lag.", "failed-to: failed to"],
    ["The engineer, having restarted the node, failed to notice the lag.", "failed-to: failed to"],
    ["One of the engineers failed to notice the lag.", "failed-to: failed to"],
    ["The administrators were tired. They failed to notice the lag.", "failed-to: failed to"],
    ["The engineer that restarted the node failed to notice the lag.", "failed-to: failed to"],
    ["The person who failed to notice the lag was alone.", "failed-to: failed to"],
  ])("%s", (text, finding) => {
    expect(found(text)).toEqual([finding]);
  });

  test.each([
    "The node failed to start.",
    "The node on the second rack failed to start.",
    "The node, which an engineer had restarted, failed to start.",
    "The nodes were restarted by the operators, but they failed to join.",
    "An alert of the on-call engineer's dashboard failed to load.",
    "The replicas restarted. They failed to catch up.",
    "The Kubernetes operator ignored the annotation.",
  ])("%s", (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("the section decides", () => {
  const wish = "The tool should have refused it, and the team could have stopped.";

  test("counterfactuals are asked for in a near miss and normal in lessons and actions", () => {
    expect(found(wish)).toContain("could-have: could have stopped");
    for (const section of ["near-miss", "lessons", "actions", "quote"] as const) {
      expect(found(wish, section)).toEqual([]);
    }
  });

  test("character is no subject anywhere but in what others said", () => {
    const text = "It was careless.";
    for (const section of ["timeline", "factors", "near-miss", "lessons", "actions"] as const) {
      expect(found(text, section)).toEqual(["careless: careless"]);
    }
    expect(found(text, "quote")).toEqual([]);
  });

  test("headings of a story open sections, until one of the same rank", () => {
    const story = [
      "# The night of the valves",
      "The team could have stopped.",
      "## Action items",
      "Consider a limit. The team could have stopped.",
      "### Later",
      "Think about a limit.",
      "## Recovery",
      "The team could have waited.",
    ].join("\n\n");
    expect(found(story)).toEqual([
      "could-have: could have stopped",
      "unbounded-action: Consider",
      "unbounded-action: Think about",
      "could-have: could have waited",
    ]);
  });

  test("a line of bold words serves as a heading", () => {
    expect(found("**Next steps**\n\nInvestigate the leak.")).toEqual([
      "unbounded-action: Investigate",
    ]);
  });

  test("luck is told where luck is asked for", () => {
    expect(found("Luckily the spare was there.")).toEqual(["luck-words: Luckily"]);
    expect(found("## Where we got lucky\n\nLuckily the spare was there.")).toEqual([]);
  });
});

describe("Markdown", () => {
  test.each([
    ["**The team** *should* have ~~never~~ waited.", "should-have: should* have ~~never~~ waited"],
    ["The team should\nhave waited.", "should-have: should\nhave waited"],
    ["- The team\r\n  should\r\n  have waited.", "should-have: should\r\n  have waited"],
    [
      'The [team](https://x.example/a_(b)) should [have](y.md "z") waited.',
      'should-have: should [have](y.md "z") waited',
    ],
    ["The team should[^1] have[^note] waited.", "should-have: should[^1] have[^note] waited"],
    [
      "| a | b |\n|---|---|\n| The team should have waited. | c |",
      "should-have: should have waited",
    ],
    ["The team [[race-condition|should have]] waited.", "should-have: should have]] waited"],
    ["The team should’ve waited.", "should-have: should’ve waited"],
    ["The team shouldn't have waited.", "should-have: shouldn't have waited"],
  ])("%j", (text, finding) => {
    expect(found(text)).toEqual([finding]);
  });

  test.each([
    "```\nThe team should have waited.\n```",
    "~~~ text\nThe team should have waited.\n",
    "    The team should have waited.",
    "Run `The team should have waited` first.",
    "Run ``the team `should` have waited`` first.",
    "> The team should have waited,\nand was careless.",
    "See [the notes](https://x.example/human-error).",
    "See https://x.example/?q=the+team+should+have+waited or www.example.com/careless.",
    "<!-- The team should have waited. -->",
    "<div>\nThe team should have waited.\n</div>",
    'An <img alt="careless team" src="x"> image.',
    "---\ntitle: A careless team\n---\n",
    '[notes]: https://x.example/ "A careless team"',
    "[^1]: https://x.example/, “A careless team”.",
    "See [[human-error]].",
    "The report says: “the team was careless”.",
    "“The team was careless” [^report].",
    "The function `forgot()` in stupid_module.py and lib/careless.ts.",
  ])("%j is not judged", (text) => {
    expect(found(text)).toEqual([]);
  });
});
