import type { Rule } from "../rule";
import { telling, tellingOrNearly } from "../section";

const actors = ["person", "team"] as const;

/** Sentences about a world that did not happen. */
export const counterfactuals: readonly Rule[] = [
  {
    id: "should-have",
    level: "strong",
    reason:
      "Tells what people ought to have done, from what is known only now. It explains nothing about why what they did made sense to them.",
    suggestions: [
      "At that point … was visible and … was not; they chose … because ….",
      "Say what was done, and move the idea to Actions: “… so that …”.",
    ],
    sections: tellingOrNearly,
    patterns: [
      {
        words:
          "should not|never? {adverb}* not|never? have|of {adverb}* not|never? {participle} back|down|off|over?",
        by: actors,
      },
      { words: "should not? {adverb}* have|of known|realised|realized|seen better?", by: actors },
    ],
  },
  {
    id: "should-have-been",
    level: "likely",
    reason:
      "Measures what happened by a wish. Somebody stands behind the passive, and what they saw at the time is left out.",
    suggestions: [
      "… was not part of the procedure then; what was looked at was ….",
      "State what was there, and move the wish to Actions.",
    ],
    sections: telling,
    patterns: [
      { words: "should {adverb}* not? have|of {adverb}* been {adverb}* {duty}" },
      {
        words: "should {adverb}* not? have|of {adverb}* been {adverb}* {participle}",
        by: ["person", "team", "thing"],
      },
      { words: "should {adverb}* not|never? {adverb}* have|of never? {adverb}* happened|occurred" },
    ],
  },
  {
    id: "expected-of-a-system",
    level: "hint",
    reason:
      "Says what a system was expected to do. A reader learns more from where that expectation came from and what the system was built to do.",
    suggestions: [
      "By its configuration … does … when …; here … was the case.",
      "The design expected …, as … says; it did not cover ….",
    ],
    sections: telling,
    patterns: [
      {
        words: "should {adverb}* not? {adverb}* have|of {adverb}* been? {conduct}",
        by: ["system"],
      },
      {
        words: "should {adverb}* not? {adverb}* have|of {adverb}* been? {participle}",
        by: ["unknown", "thing", "organization", "affected", "nobody"],
      },
    ],
  },
  {
    id: "could-have",
    level: "strong",
    reason:
      "Invents an alternative that looks open only afterwards. What matters is which options people knew of then, and how they chose.",
    suggestions: [
      "Two options were known: … and …; … was chosen because ….",
      "Say which of this was visible at the time, and move the idea to Actions.",
    ],
    sections: telling,
    patterns: [
      {
        words: "could {adverb}* have {adverb}* {participle} back|down|off|over?",
        by: actors,
        notAfter: "nobody|one|none",
        notBefore: "up|#",
      },
      // Misspelt; "we kept what we could of archived records" is not.
      {
        words: "could {adverb}* of {adverb}* {participle} back|down|off|over?",
        by: actors,
        notAfter: "nobody|one|none",
        notNear: "what|whatever|all|much|many|little|few",
      },
    ],
  },
  {
    id: "would-have-prevented",
    level: "likely",
    reason:
      "Describes a world that did not happen, and nobody can check it. What was missing is not what caused the event.",
    suggestions: [
      "State what was in place: “… ran, and it looked at …”.",
      "Move it to Actions: “Add …, which weakens … because …”.",
    ],
    sections: telling,
    patterns: [
      { words: "would|could {adverb}* not {adverb}* have|of {adverb}* happened|occurred" },
      { words: "none of this|that|it|these|them would|could have happened|occurred" },
      {
        words:
          "would|could|might {adverb}* have|of {adverb}* been? {adverb}* prevented|avoided|caught|averted|stopped|spared|shortened|detected|saved|limited",
      },
      { words: "could {adverb}* have|of {adverb}* been {adverb}* {duty}", notBy: ["affected"] },
      { words: "was|were easily|entirely|completely|wholly preventable|avoidable" },
    ],
  },
  {
    id: "if-only-had",
    level: "strong",
    reason:
      "Puts blame into a condition: the reader is left to conclude that people had it in their hands. They did not know then what the sentence knows.",
    suggestions: [
      "… was not in place; it had been considered in … and left out because ….",
      "What people had before them was …, which suggested ….",
    ],
    sections: telling,
    patterns: [
      { words: "if only <5> had|'d" },
      {
        words: "if we|they|he|she|i|you had|'d not? {adverb}* {participle}",
        notAfter: "as",
        near: "would|could|might",
      },
      {
        words: "if the|an|a|any|our|their <2> {actor} had|'d not? {adverb}* {participle}",
        notAfter: "as",
        near: "would|could|might",
      },
      { words: "had the|our|an|a|any <2> {actor} ~{adverb}* ~{participle}", at: "sentence-start" },
      {
        words: "had <2> {actor} ~{adverb}* ~{participle}",
        at: "sentence-start",
        near: "would|could|might",
      },
      {
        words: "had we|they|he|she|i|someone|anyone|anybody|somebody ~{adverb}* ~{participle}",
        at: "sentence-start",
      },
    ],
  },
  {
    id: "what-if",
    level: "hint",
    reason:
      "Reasons from what was not so. That may be meant as a mechanism; it is firmer as a statement of what was there.",
    suggestions: [
      "As … was set to …, … followed.",
      "Move the idea to Actions and say which factor it weakens.",
    ],
    sections: telling,
    patterns: [
      { words: "if <5> had not? {adverb}* been? {participle}", near: "would" },
      { words: "had the|a|an|this|that <4> been", at: "sentence-start", near: "would|could" },
    ],
  },
  {
    id: "ought-to-have",
    level: "strong",
    reason:
      "Holds people to a norm without saying which, or whether it fitted the situation they were in.",
    suggestions: [
      "The runbook said …; in this situation ….",
      "Usual practice was …; that evening … was different.",
    ],
    sections: tellingOrNearly,
    patterns: [
      { words: "ought not? to not? have|of been? {adverb}* {participle}", notBy: ["system"] },
      { words: "ought not? to not? have|of", by: actors },
    ],
  },
  {
    id: "was-supposed-to",
    level: "likely",
    reason:
      "Names an expectation as if it were known to all. Whose it was, and whether the people knew of it, is the interesting part.",
    suggestions: [
      "The procedure gave … the task to …; they had learned of it from ….",
      "… expected …, which … did not know of.",
    ],
    sections: telling,
    patterns: [
      { words: "was|were supposed to", by: actors },
      { words: "was|were meant to", by: ["person"], notBefore: "be" },
    ],
  },
  {
    id: "needed-to-have",
    level: "likely",
    reason:
      "A duty that is set afterwards. It says what is missing in a story that did not happen.",
    suggestions: ["At the time … was done, because ….", "Move the need to Actions: “… before …”."],
    sections: telling,
    patterns: [
      { words: "needed to have|of been? {adverb}* {participle}", notBy: ["system"] },
      { words: "had|have better not? {participle}", by: actors },
    ],
  },
  {
    id: "person-as-barrier",
    level: "likely",
    reason:
      "Makes a person the barrier that was to hold. People see what the barrier lets them see; that is what can be changed.",
    suggestions: [
      "The review showed … and not …; what passed it was ….",
      "The last check was …; it could see ….",
    ],
    sections: telling,
    patterns: [
      {
        words: "was|were the? last|final line of defence|defense",
        by: actors,
      },
      { words: "last|final line of defence|defense was|were", whom: ["person", "team"] },
      { words: "was|were meant|supposed to be the|our? safety net", by: actors },
      { words: "should have been the|our? safety net" },
    ],
  },
];
