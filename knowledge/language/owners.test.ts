import { describe, expect, test } from "vitest";

import { namesTeam } from "./owners";

describe("an owner", () => {
  test.each([
    "SRE team",
    "Payments squad",
    "Platform team",
    "Infra",
    "Networking",
    "SRE",
    "on-call",
    "On-call engineer",
    "Ops",
    "Engineering",
    "Data Platform",
    "the storage guild",
    "Team Phoenix",
    "Kubrick crew",
    "QA and Release Engineering",
    "SRE / Networking",
    "Payments Team (Checkout)",
    "release manager",
    "Support desk",
    "EMEA service desk",
  ])("is a team or a role by its words: %s", (owner) => {
    expect(namesTeam(owner)).toBe(true);
  });

  test.each([
    "Ken Ito",
    "docbrown",
    "lena",
    "Grace",
    "Mark Hollis",
    "@kim",
    "@net-team",
    "kim@example.com",
    "Lena's team",
    "team of Anna",
    "Anna Berg (SRE)",
    "Zbynda (SRE)",
    "Zbynda, SRE team",
    "Zbynda SRE",
    "Platform team and lena",
    "nobody",
    "all",
    "TBD",
    "",
  ])("may be a person, or nobody: %s", (owner) => {
    expect(namesTeam(owner)).toBe(false);
  });
});
