import { describe, expect, test } from "vitest";

import { isOrdinary, namedIn } from "./named-class";

const labelled = (slug: string, ...labels: string[]) =>
  labels.map((label) => ({ slug, name: slug, label }));
const labels = [
  ...labelled("expiry", "Certificate expiry", "expired certificate", "TLS"),
  ...labelled("monitoring", "no alert"),
  ...labelled("contention", "Contention"),
  ...labelled("routing", "BGP", "route leak"),
];
// Endings as the dictionary takes them off.
const formOf = (word: string) => word.replace(/(?:ion|ed|s)$/, "");
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
