import type { Rule } from "../rule";
import { telling, tellingOrNearly } from "../section";

const actors = ["person", "team"] as const;
/** Software and pages that go by the name of a rule: who broke "the policy page" broke no policy. */
const ofSoftware =
  "api|app|bot|button|cache|check|checker|checks|database|editor|endpoint|engine|evaluator|field|file|files|form|generator|index|interface|job|link|links|list|loader|lookup|lookups|page|pages|parser|plugin|screen|screens|search|server|service|site|tab|table|test|tests|tool|view|widget";
/** What refuses or counts what breaks a rule, and what is refused: nobody's work is judged there. */
const enforced =
  "firewall|waf|gatekeeper|kyverno|linter|admission|pod|pods|packet|packets|namespace|namespaces";

/** Work measured by a norm, a written one or one that nobody states. */
export const norms: readonly Rule[] = [
  {
    id: "not-properly",
    level: "hint",
    reason:
      "Measures by a norm that is not stated. Cite it and where it stands, or describe the difference.",
    suggestions: [
      "… says … (source); what was done was ….",
      "Describe the difference: “… was done instead of …”.",
    ],
    sections: telling,
    patterns: [
      {
        words:
          "not|never ~{adverb}* been? properly|correctly|appropriately|adequately|sufficiently|thoroughly",
      },
    ],
  },
  {
    id: "poorly-done",
    level: "likely",
    reason:
      "A word that judges work. What differed, and from what, can be observed; how bad it was cannot.",
    suggestions: [
      "Say what differed: “… covered … and not …”.",
      "The plan had …; that evening also needed ….",
    ],
    sections: telling,
    patterns: [
      {
        words:
          "bad|poor|shoddy|terrible|awful|lousy|crappy|buggy ~<1> code|work|workmanship|change|changes|patch|patches|release|releases|script|scripts|design from|by",
        whom: ["person", "team", "organization"],
        unlessDenied: true,
      },
      {
        words:
          "poorly|badly|improperly|inadequately|sloppily|insufficiently designed|written|tested|documented|planned|communicated|understood|handled|managed|executed|coordinated|implemented|reviewed|maintained|thought|trained|prepared|organised|organized|specified|chosen|configured|supervised|run|conceived|equipped",
      },
      {
        words: "incorrectly|wrongly|improperly|badly|poorly|inadequately {participle}",
        by: actors,
      },
      {
        words: "{participle} ~{adverb}* poorly|badly|improperly|incorrectly|inadequately",
        by: actors,
      },
      {
        words:
          "handled|managed|tested|planned|communicated|responded|performed|executed ~<4> badly|poorly|inadequately",
        by: actors,
      },
    ],
  },
  {
    id: "violated-procedure",
    level: "likely",
    reason:
      "Measures work by the rule and stops there. Work nearly always differs from the written rule; how it usually went tells more.",
    suggestions: [
      "The work differed from the written procedure in …; usual practice was ….",
      "The procedure says …; it was written for ….",
    ],
    sections: tellingOrNearly,
    patterns: [
      {
        words:
          "violated|violating|violates|breached|breaching|broke|flouted ~the|our|its|a|company|this? ~<2> policy|policies|procedure|procedures|process|protocol|rules|rule|guidelines|freeze|standards",
        notBy: ["system", "organization"],
        notBefore: ofSoftware,
        unlessReported: true,
      },
      {
        words: "violation|breach of ~the|our? ~<2> policy|procedure|process|protocol|guidelines",
        unlessDenied: true,
        unlessReported: true,
      },
      {
        words: "violation|breach of ~the|our? ~<2> policies|procedures|processes|protocols",
        notNear: enforced,
        unlessDenied: true,
        unlessReported: true,
      },
      // A linter counts "violations of the naming policy"; with such a word before them it is a verdict.
      {
        words:
          "~repeated|blatant|clear|gross|serious|flagrant|persistent|wilful|willful violations|breaches of ~the|our? ~<2> policy|policies|procedure|procedures|process|processes|protocol|protocols|guidelines",
        notNear: enforced,
        unlessDenied: true,
        unlessReported: true,
      },
      // A change is people's work; "the pod violated the admission policy" is behaviour. A process
      // that a release "broke" may be software that stopped, but a freeze is none.
      {
        words:
          "~change|changes|deployment|deploy|release|rollout|upgrade|merge|migration|hotfix|patch|restart ~{adverb}* violated|breached|flouted ~the|our|its|a|company? ~change|changes|release|deployment|freeze|review|approval|escalation|maintenance ~freeze|control|management? policy|policies|procedure|process|rule|rules|guidelines",
        notBefore: ofSoftware,
        unlessReported: true,
      },
      {
        words:
          "~change|changes|deployment|deploy|release|rollout|upgrade|merge|migration|hotfix|patch|restart ~{adverb}* violated|breached|broke|flouted ~the|our|its|a|company? ~change|changes|code|release|deployment|holiday? freeze",
        notBefore: ofSoftware,
        unlessReported: true,
      },
      { words: "non compliance|compliant", unlessReported: true },
      { words: "noncompliance|noncompliant", unlessReported: true },
      { words: "in contravention of|contrary to ~the|our? ~<1> policy|procedure|rules" },
      { words: "against ~the|our|company? policy|protocol|procedure|rules" },
      {
        words:
          "did|do|does|had not follow|followed|comply|adhere|observe|observed ~with|to? ~the|our? ~<2> policy|procedure|procedures|process|protocol|runbook|rules|checklist|guidelines",
        by: actors,
      },
    ],
  },
];
