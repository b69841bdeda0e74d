import { describe, expect, test } from "vitest";

import type { FactorLine } from "#knowledge/incident/incident.store";

import { classMarkdown } from "./class-markdown";

const page = {
  slug: "retry-storm",
  name: "Retry storm",
  means: "Repeated attempts became the load.",
  not: "thundering-herd: many came at once.",
  aka: ["retry amplification", "F5"],
  family: { slug: "load", name: "Load" },
};

function factor(more: Partial<FactorLine>): FactorLine {
  return {
    incident: { slug: "a-2024", title: "A stops", started: "2024-07", severity: "major" },
    organizations: [{ slug: "a", name: "A & Sons" }],
    id: "clients-asked-again",
    role: "amplifier",
    standing: "confirmed",
    statement: "Clients asked again at once.",
    ...more,
  };
}

describe("the Markdown of a class", () => {
  test("says what it means, the roles it plays, and the very statements with their addresses", () => {
    expect(classMarkdown(page, [factor({})], new Map())).toBe(
      `# Retry storm

A failure class of the family *Load*: <http://localhost:3000/classes/retry-storm>

**Means:** Repeated attempts became the load.

**Not to be confused with:** thundering-herd: many came at once.

**Also called:** retry amplification, F5

## Roles it plays

- Amplifier: 1 factor in 1 incident

## Incidents (1)

### [A stops](http://localhost:3000/incidents/a-2024)

A & Sons · 2024-07

- [Amplifier](http://localhost:3000/incidents/a-2024#factor-clients-asked-again), confirmed: Clients asked again at once.
`,
    );
  });

  test("counts an incident once for each role in which the class occurs there", () => {
    const factors = [factor({}), factor({ id: "again" }), factor({ id: "t", role: "trigger" })];
    const text = classMarkdown(page, factors, new Map());
    expect(text).toContain(
      "- Trigger: 1 factor in 1 incident\n- Amplifier: 2 factors in 1 incident",
    );
    expect(text).toContain("## Incidents (1)");
  });

  test("lets signs of Markdown in a statement stand for themselves", () => {
    const statement = "Set *.max_size\nto <b>5</b> `now` [x](y) &amp; _done_";
    expect(classMarkdown(page, [factor({ statement })], new Map())).toContain(
      String.raw`confirmed: Set \*.max_size to \<b>5\</b> \`now\` \[x\](y) \&amp; \_done\_`,
    );
  });

  test("makes links of a statement lead to whole addresses, and words of those that lead nowhere", () => {
    const statement = "[[thundering-herd|The herd]] met [[gone-2011]].";
    const names = new Map([
      [
        "thundering-herd",
        { slug: "thundering-herd", kind: "class" as const, title: "Thundering herd" },
      ],
    ]);
    expect(classMarkdown(page, [factor({ statement })], names)).toContain(
      "[The herd](http://localhost:3000/classes/thundering-herd) met gone 2011.",
    );
  });

  test("says so when no incident names the class", () => {
    expect(classMarkdown(page, [], new Map())).toContain("No incident in this collection");
  });
});
