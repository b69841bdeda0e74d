import type { Rule } from "../rule";
import { ourWords, tellingOrNearly } from "../section";

/** Words that colour an event instead of telling it. */
export const tone: readonly Rule[] = [
  {
    id: "animated",
    level: "hint",
    reason: "Strong words hide how strong it was. Figures do not.",
    suggestions: ["Give figures: … of … for … minutes.", "Leave the word out."],
    sections: tellingOrNearly,
    patterns: [
      {
        words: "catastrophic|catastrophically",
        notBefore: "backtracking|failure|cancellation|hazard|forgetting|regex",
      },
      { words: "catastrophe|catastrophes" },
      {
        words: "chaos",
        notBefore: "test|tests|testing|engineering|monkey|experiment|experiments",
      },
      { words: "was|is|been|becomes|became a|an <1> disaster" },
      {
        words:
          "disastrous|disastrously|nightmare|nightmares|horrible|horribly|horrific|horrendous|shocking|shockingly|terrifying|devastating|chaotic|debacle|fiasco|dreadful",
      },
    ],
  },
  {
    id: "luck-words",
    level: "hint",
    reason:
      "Judges in passing. Luck has a place of its own in a review, where one asks how it would go without it.",
    suggestions: ["Leave the word out.", "Move it to where luck is told: “without … it would …”."],
    sections: tellingOrNearly,
    patterns: [{ words: "unfortunately|sadly|regrettably|luckily|fortunately|thankfully" }],
  },
  {
    id: "sermon",
    level: "hint",
    reason: "A commandment has no trade-off, so nobody can use it with judgement.",
    suggestions: ["… helps against …; it costs ….", "When …, …; the price is …."],
    sections: ourWords,
    patterns: [
      { words: "lesson|lessons learned|learnt? :? never|always" },
      { words: "the moral ~of|is|here" },
    ],
  },
  {
    id: "shouting",
    level: "hint",
    reason: "Shouts. What was so large or so bad can be said in figures.",
    suggestions: ["Small letters and one full stop.", "Give figures: … of … for … minutes."],
    sections: ourWords,
    // Found by `shouting.ts`, which looks at capitals.
    patterns: [],
  },
];
