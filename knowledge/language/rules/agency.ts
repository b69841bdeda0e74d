import type { Rule } from "../rule";
import { ourWords, tellingOrNearly } from "../section";

const actors = ["person", "team"] as const;
const doers = ["person", "team", "organization"] as const;
/** With these in the sentence it was a clearing away, or it is told why. */
const harmless =
  "old|unused|temporary|stale|expired|leftover|obsolete|orphaned|unneeded|redundant|test|duplicate|stuck|spare|planned|maintenance|runbook|procedure|dependency|into|loop|deadlock|cycle|tie|because|since|believing|expecting|instructed|drained";

/** Who is shown as the doer, and how. */
export const agency: readonly Rule[] = [
  {
    id: "agentive-verb",
    level: "strong",
    reason:
      "Makes a person the one who destroyed something. They gave a command; what it did, and what the tool let through, is the event.",
    suggestions: [
      "The command removed …; the tool asked for no confirmation.",
      "… ran …, expecting …; it … instead.",
    ],
    sections: tellingOrNearly,
    patterns: [
      {
        words:
          "crashed|crashes|wrecked|ruined|destroyed|destroys|corrupted|corrupts|wiped|wipes|nuked|trashed|clobbered ~{object}",
        by: doers,
        notNear: harmless,
      },
      // A freeze that is broken, and news, still work.
      {
        words: "broke|breaks ~{object}",
        by: doers,
        notObject: "freeze|embargo|news|silence",
        notNear: harmless,
      },
      {
        words: "took|takes|brought|brings|knocked|knocks down|offline|out ~{object}",
        by: doers,
        notNear: harmless,
      },
      {
        words: "took|takes|brought|brings|knocked|knocks ~<4> down|offline",
        by: actors,
        near: "production|site|website|service|services|platform|network|gateway|shop|store|everything|database|us",
        notNear: harmless,
      },
      {
        words:
          "deleted|deletes|erased|erases|dropped|drops|overwrote|overwrites|deleting ~{object}",
        by: actors,
        notNear: `${harmless}|pod|pods|lock|locks|entry|entries|branch|cookie|message|comment`,
      },
      {
        words: "killed|kills ~{object}",
        by: actors,
        near: "database|production|site|network|service|cluster",
        notNear: `${harmless}|query|process|session|job|pod|connection`,
      },
      {
        words:
          "caused|causes the|this|a|an|our ~<3> outage|incident|failure|crash|downtime|disruption|loss",
        by: actors,
      },
      {
        words: "deleted|broken|crashed|wiped|erased|destroyed|corrupted|overwritten|dropped by",
        whom: ["person"],
      },
      { words: "taken|brought down|offline by", whom: ["person"] },
    ],
  },
  {
    id: "he-or-she",
    level: "likely",
    reason:
      "Points at one person, whom colleagues will recognise. A role says what a reader needs to know.",
    suggestions: ["the on-call engineer", "they"],
    sections: tellingOrNearly,
    patterns: [
      {
        words: "he|she|his|her|him|hers|himself|herself",
        notBefore: "or|/|majesty|honour|honor",
        notAfter: "or|/",
      },
    ],
  },
  {
    id: "rank",
    level: "likely",
    reason:
      "Explains by rank. Experience is not a cause; which knowledge was needed, where it lived and how it is passed on can be told.",
    suggestions: ["the engineer on duty", "To know … one had to have …, which is passed on by …."],
    sections: tellingOrNearly,
    patterns: [
      {
        words:
          "junior|inexperienced|untrained|unqualified|rookie|novice|unskilled {adverb}* <1> {trade}",
      },
      {
        words:
          "senior <1> engineer|engineers|developer|developers|operator|operators|administrator|administrators|technician|technicians|sre|dba|programmer|analyst|architect",
      },
      {
        words: "new hire|hires|joiner|joiners|starter|starters|recruit|recruits|employee|employees",
        notBefore: "and|onboarding|orientation|policy|policies",
      },
      { words: "newly hired|recruited" },
      {
        words: "junior|inexperienced|untrained|unqualified|unskilled staff|crew|people|colleagues",
      },
      { words: "intern|interns|trainee|trainees|apprentice|newbie|rookie|novice" },
      { words: "inexperience" },
      { words: "lack of experience|skill|skills|expertise" },
    ],
  },
  {
    id: "villain",
    level: "likely",
    reason:
      "Tells a story with a villain. Which access and which path were there is what others can check at home.",
    suggestions: [
      "An account with … could change …; approval was asked for in ….",
      "The change came by way of …, which asks for no approval.",
    ],
    sections: tellingOrNearly,
    patterns: [
      { words: "rogue", whom: ["person"] },
      { words: "{trade} gone|went rogue" },
      { words: "bad apple|apples" },
      {
        words:
          "unauthorised|unauthorized|unapproved ~<1> change|changes|deployment|deployments|deploy|modification|modifications|action|actions|release|maintenance",
        unlessReported: true,
      },
    ],
  },
  {
    id: "let-it-happen",
    level: "likely",
    reason:
      "Guilt in the passive: somebody stood by. Which gate was passed, and what did it look at?",
    suggestions: [
      "The gate looks at … and not at …; the change passed it.",
      "… is approved by …, who sees ….",
    ],
    sections: tellingOrNearly,
    patterns: [
      {
        words: "let|lets|letting this|it|that|them happen|occur|slip|pass|through|go|break|run",
        notBy: ["system", "unknown", "thing"],
      },
      { words: "rubber stamped|stamping|stamps", notBy: ["system"] },
      { words: "let the|a|an|this|that <2> happen|occur|slip|through", by: actors },
      {
        words: "allowed|allows|allowing this|it|that|them to happen|occur|slip|pass|go|reach",
        notBy: ["system", "unknown", "thing"],
      },
      {
        words:
          "allowed|allows|allowing the|a|an|this|that <3> to ship|happen|occur|reach|slip|go|enter|proceed|continue|fail|expire|run",
        by: actors,
      },
    ],
  },
  {
    id: "supplier-blame",
    level: "likely",
    reason:
      "Blames across firms, and theirs is not heard. Our dependence on them is ours to tell; their account belongs beside it, with its source.",
    suggestions: [
      "We depend on … for …; by their account (source) ….",
      "… released … at …; our … had no … for it.",
    ],
    sections: ourWords,
    patterns: [
      {
        words:
          "vendor|supplier|provider|contractor|partner|manufacturer|reseller|carrier {adverb}* broke|let|failed|crashed|ruined|screwed ~{adverb}* us|our",
        notBefore: "choose|have|keep|know|move|see|take|test|try|use",
      },
      { words: "vendor|supplier|provider|partner|manufacturer|carrier {adverb}* let us down" },
      { words: "{word}? broke us" },
      { words: "took|knocked us down|offline|out", by: ["organization", "unknown"] },
    ],
  },
];
