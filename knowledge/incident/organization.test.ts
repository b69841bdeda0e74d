import { describe, expect, test } from "vitest";

import { organizationsBeside, readOrganizations, withOrganizations } from "./organization";

const added = [
  { slug: "acme-retail", name: "Acme Retail" },
  { slug: "no", name: "No: #1" },
];

describe("a file with organisations that came with a publication", () => {
  test("keeps what is written in it, and has them at its end", () => {
    const source = "# Ours.\n- slug: apple\n  name: Apple # a comment\n\n\n";
    expect(withOrganizations(source, added)).toBe(
      '# Ours.\n- slug: apple\n  name: Apple # a comment\n- slug: acme-retail\n  name: Acme Retail\n- slug: "no"\n  name: "No: #1"\n',
    );
  });

  test.each([
    ["is empty", "", []],
    ["is a list in brackets", "[{slug: apple, name: Apple, aka: [A]}]\n", ["Apple"]],
    [
      "has its rows set in",
      "  - slug: a\n    name: A\n  - slug: b\n    name: B\n    partOf: a\n",
      ["A", "B"],
    ],
    ["is a list without any", "[]\n", []],
  ])("is read again where it %s", (_, source, names) => {
    const read = readOrganizations(withOrganizations(source, added), "organizations.yaml");
    expect(read.kind === "read" && read.value.map(({ name }) => name)).toEqual([
      ...names,
      "Acme Retail",
      "No: #1",
    ]);
    expect(read.kind === "read" && read.value.find(({ slug }) => slug === "b")?.partOf).toBe(
      names.length > 1 ? "a" : undefined,
    );
  });
});

test("a file's address, name or other name takes the place of one that a publication brought", () => {
  const inFile = [
    { slug: "acme", name: "Acme", aka: ["Acme Shops"] },
    { slug: "other", name: "Other", aka: [] },
  ];
  const brought = [
    { slug: "acme", name: "Acme Inc" },
    { slug: "the-other", name: "Other" },
    { slug: "acme-shops", name: "Acme Shops" },
    { slug: "free", name: "Free" },
  ];
  expect(organizationsBeside(brought, inFile)).toEqual([{ slug: "free", name: "Free" }]);
});
