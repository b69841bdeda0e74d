import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { classesOf, readTaxonomy } from "#knowledge/taxonomy/taxonomy";

import { isOrdinary, namedIn, wordsIn } from "./named-class";

const labelled = (slug: string, ...labels: string[]) =>
  labels.map((label) => ({ slug, name: slug, label }));
const labels = [
  ...labelled("expiry", "Certificate expiry", "expired certificate", "TLS"),
  ...labelled("monitoring", "no alert"),
  ...labelled("contention", "Contention"),
  ...labelled("routing", "BGP", "route leak"),
  ...labelled("fire-or-water", "fire"),
];
// Endings as the dictionary takes them off.
const formOf = (word: string) => word.replace(/(?:ion|ed|ing|es|s|e)$/, "");
const named = (text: string) =>
  namedIn(text, labels, formOf).map(({ slug, words, isFirst }) => [slug, words.join(" "), isFirst]);

describe("a class that a text names", () => {
  test("is named by an alias whose words stand near each other, in any form and order", () => {
    expect(named("Expired TLS certificates")).toEqual([["expiry", "expired certificates", true]]);
    expect(named("The certificate of the gateway expired")).toEqual([
      ["expiry", "certificate expired", true],
    ]);
  });

  test("is none whose words stand far apart or in two sentences", () => {
    const far = "The certificate was good, but before anybody could look at the gateway it expired";
    expect(named(far)).toEqual([]);
    expect(named("A certificate was good. Something expired")).toEqual([]);
  });

  test("needs the little words of an alias too", () => {
    expect(named("An alert fired")).toEqual([]);
    expect(named("No alert fired")).toEqual([["monitoring", "no alert", true]]);
  });

  test("is not named by another word of the same form", () => {
    expect(named("Content was lost")).toEqual([]);
    expect(named("Contention was high")).toEqual([["contention", "contention", true]]);
    const both = "The content of the table was under contention";
    expect(named(both)).toEqual([["contention", "contention", true]]);
  });

  test("burns where there was a fire, and not where an alarm fires", () => {
    const fires = [["fire-or-water", "fire", true]];
    expect(named("A fire in the battery room")).toEqual(fires);
    expect(named("The fire alarm rang, and the hall was cleared")).toEqual(fires);
    for (const text of [
      "p99 alarm fires for checkout",
      "The alert fired at 14:05",
      "Monitors kept firing",
      "The rule did not fire",
    ]) {
      expect(named(text)).toEqual([]);
    }
  });

  test("is told by its longest alias, and the first sentence comes first", () => {
    expect(named("A BGP route leak. No alert fired.\nCertificate expiry")).toEqual([
      ["routing", "route leak", true],
      ["expiry", "certificate expiry", false],
      ["monitoring", "no alert", false],
    ]);
  });

  test("may be named by something that is there on a good day, and that says nothing alone", () => {
    expect(["Load balancer", "feature flag", "TLS"].map(isOrdinary)).toEqual([true, true, true]);
    expect(["route leak", "DNS"].map(isOrdinary)).toEqual([false, false]);
  });
});

describe("a text with as many words of aliases as somebody likes", () => {
  const file = "content/taxonomy.yaml";
  const read = readTaxonomy(readFileSync(file, "utf8"), file);
  if (read.kind !== "read") throw new Error(`${file} is ${read.kind}`);
  const known = classesOf(read.value).flatMap(({ slug, name, aka }) =>
    labelled(slug, name, ...aka),
  );
  const words = [...new Set(known.flatMap(({ label }) => wordsIn(label)))];
  const filled = (piece: string) => piece.repeat(Math.ceil(200_000 / piece.length));

  // Ten times what is looked at of a text. Each label was compared with each sentence: a minute of it.
  test.each([
    ["and then short lines", `${words.join("\n")}\n${filled("in\n")}`],
    ["each on a line", filled(`${words.join("\n")}\n`)],
    ["in one line", filled(`${words.join(" ")} `)],
    ["far apart", filled(`${words.join(" x x x x x x x x ")} `)],
    ["of which the commonest alternate", filled("failure\nlate\nerror\ndata\nloss\n")],
    ["all of one form with another word", filled("content ")],
  ])("is read in no time: %s", (_, text) => {
    const before = performance.now();
    namedIn(text, known, formOf);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
