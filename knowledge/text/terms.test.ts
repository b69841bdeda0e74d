import { describe, expect, test } from "vitest";
import { compileTerms, createTermMarker } from "./terms";

const find = compileTerms([
  { slug: "bgp", names: ["BGP", "Border Gateway Protocol"] },
  { slug: "vm", names: ["Virtual machine", "VM"] },
  { slug: "oob", names: ["Out-of-bounds read"] },
  { slug: "loop", names: ["loop"] },
  { slug: "boot-loop", names: ["boot loop"] },
  { slug: "plus", names: ["N+1", "C++", "SLO (objective)"] },
]);

function namesIn(text: string): string[] {
  return find(text).map(({ slug, from, to }) => `${slug}:${text.slice(from, to)}`);
}

describe("the terms in a text", () => {
  test.each([
    ["are found in any case", "A virtual Machine", ["vm:virtual Machine"]],
    ["in capitals are found only in capitals", "bgp and BGP", ["bgp:BGP"]],
    ["are found in the plural", "VMs, boot loops", ["vm:VMs", "boot-loop:boot loops"]],
    ["are found across line ends", "a boot\n loop", ["boot-loop:boot\n loop"]],
    ["are the longest that fit", "boot loop, loop", ["boot-loop:boot loop", "loop:loop"]],
    ["are whole words", "loophole, uploop, boot looping, loop_1, a_loop, loopé", []],
    ["may hold signs", "an out-of-bounds read", ["oob:out-of-bounds read"]],
    ["may end in signs", "N+1 in C++.", ["plus:N+1", "plus:C++"]],
    ["may hold brackets", "SLO (objective)", ["plus:SLO (objective)"]],
  ])("%s", (_claim, text, expected) => {
    expect(namesIn(text)).toEqual(expected);
  });

  test("are found in time that grows with the text, not with the glossary", () => {
    const many = compileTerms(
      Array.from({ length: 2_000 }, (_, n) => ({ slug: `t-${n}`, names: [`Term${n} of art`] })),
    );
    const text = "Some ordinary words and term77 of art among them. ".repeat(400);
    expect(many(text)).toHaveLength(400);
  });
});

describe("the marker of a page", () => {
  test("leaves out the page's own term", () => {
    const marker = createTermMarker(find, { except: ["bgp"] });
    expect(marker.mark("BGP & loop")).toBe(
      'BGP &amp; <a class="term" href="/glossary/loop" data-term="loop">loop</a>',
    );
    expect(marker.used()).toEqual(["loop"]);
  });
});
