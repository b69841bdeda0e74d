import { describe, expect, test } from "vitest";

import { aboutOrganizations, organizationsMeant } from "./organization-meant";

const known = [
  { name: "Amazon Web Services", aka: ["AWS"] },
  { name: "Cloudflare", aka: [] },
  { name: "AWS Partners", aka: ["Cloud Flare"] },
];

const meant = (...names: string[]) => organizationsMeant(names, known).map((one) => one.meant);

describe("a name of an organisation", () => {
  test("that documents use is known, another name or spelling of it leads to it", () => {
    expect(meant("Cloudflare", "AWS", "  cloudFLARE ", "amazon\u00A0 web services")).toEqual([
      { kind: "known" },
      { kind: "called", name: "Amazon Web Services" },
      { kind: "called", name: "Cloudflare" },
      { kind: "called", name: "Amazon Web Services" },
    ]);
  });

  test("that nobody knows is new, with the one that it may have been meant to be", () => {
    expect(meant("Acme Retail", "Cloudfare")).toEqual([
      { kind: "new", near: null },
      { kind: "new", near: "Cloudflare" },
    ]);
  });

  test("is new once in a document, however often and however it is spelt there", () => {
    const beta = { kind: "called", name: "Béta Corp" };
    expect(meant("Béta Corp", "BÉTA corp", "Béta\u00A0Corp", "Be\u0301ta Corp")).toEqual([
      { kind: "new", near: null },
      beta,
      beta,
      beta,
    ]);
    expect(meant("Béta Corp", "Béta Corp")).toEqual([
      { kind: "new", near: null },
      { kind: "known" },
    ]);
  });

  test("holds no letters that nobody sees, and they make no other one of it", () => {
    expect(meant("Cloud\u200Bflare", "Cloud\u00ADflare", "Ac\u200Bme")).toEqual([
      { kind: "called", name: "Cloudflare" },
      { kind: "called", name: "Cloudflare" },
      { kind: "called", name: "Acme" },
    ]);
    expect(aboutOrganizations(["Ac\u200Bme"], known)).toEqual([
      "“Ac[U+200B]me” is called Acme here.",
    ]);
  });
});

test("what is known is not talked of, and each kind can be asked for alone", () => {
  const names = ["Cloudflare", "aws", "Acme", ""];
  expect(aboutOrganizations(names, known)).toHaveLength(2);
  expect(aboutOrganizations(names, known, "called")).toEqual([
    "“aws” is called Amazon Web Services here.",
  ]);
  expect(aboutOrganizations(names, known, "new")).toEqual([
    expect.stringMatching(/^“Acme” is new here: [^?]*\.$/),
  ]);
});
