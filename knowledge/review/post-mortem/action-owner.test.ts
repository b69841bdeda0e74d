import { describe, expect, test } from "vitest";

import { draftFrom } from "./draft-for-tests";

const sheet = (owner: string) => `# Mail relay outage

## Action items

| Action | Owner | Due |
|---|---|---|
| Add a check | ${owner} | 2026-12-01 |
`;

describe("whose an action is", () => {
  test.each(["SRE team", "Payments squad", "Platform team", "Infra", "Networking", "on-call"])(
    "stays where it is a team or a role: %s",
    (owner) => {
      const { document, report } = draftFrom(sheet(owner));
      expect(document.record.actions).toMatchObject([{ text: "Add a check", owner }]);
      expect(JSON.stringify(report)).not.toContain("left out");
    },
  );

  test.each([
    "docbrown",
    "Ken Ito",
    "Ken Ito (SRE)",
    "SRE team, lena",
    "@kim",
    "Lena's team",
    "Dept head Sakura",
    "us/we",
  ])("is left out and told where it may be a person: %s", (owner) => {
    const { document, report } = draftFrom(sheet(owner));
    expect(document.record.actions[0]).not.toHaveProperty("owner");
    expect(JSON.stringify(document)).not.toContain(owner);
    expect(report.guessed[0]?.note).toContain(
      `“${owner}”, was left out, for that may name a person: say which team or role it is.`,
    );
  });

  test("stays also where the end of an item names it", () => {
    const { document } = draftFrom(
      "# Down\n\n## Actions\n\n- Add a check (owner: SRE team, due 2026-12-01)\n",
    );
    expect(document.record.actions).toMatchObject([
      { text: "Add a check", owner: "SRE team", due: "2026-12-01" },
    ]);
  });
});
