import type { Rule } from "../rule";
import { languageSections } from "../section";

// What the suggestions begin with is put in place of this, where it is known: `names.ts` finds the
// people, `name-people.ts` gives each the same part wherever they occur.
const parts = [
  "on-call engineer A",
  "The part the person played, with the same letter wherever they occur",
] as const;

/** Whoever took part in an incident appears by the part they played. */
export const people: readonly Rule[] = [
  {
    id: "personal-name",
    level: "strong",
    reason:
      "Names a person. A review is read for years by people who were not there; the part that somebody played is what they need, and a name sticks.",
    suggestions: parts,
    sections: languageSections,
    patterns: [],
  },
  {
    id: "handle",
    level: "strong",
    reason: "A handle names a person as surely as a name does, and can be searched for.",
    suggestions: parts,
    sections: languageSections,
    patterns: [],
  },
  {
    id: "e-mail-address",
    level: "strong",
    reason:
      "An address names a person and invites mail. The part they played, or a shared mailbox, serves readers as well.",
    suggestions: parts,
    sections: languageSections,
    patterns: [],
  },
];

/** What is said of a person who stands where a team or a role should answer for something. */
export const namedOwner = {
  reason:
    "Readers see who owns this, and the name stays when the person has moved on. A team or a role answers for it as well.",
  advice:
    "Name the team or the role that answers for it, such as payments team or release manager.",
} as const;
