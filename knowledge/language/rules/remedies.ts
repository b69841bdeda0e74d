import type { Rule } from "../rule";
import { ourWords } from "../section";

/** What is asked of people instead of the work they do. */
export const remedies: readonly Rule[] = [
  {
    id: "be-careful",
    level: "strong",
    reason:
      "Care is not a control: it was there the last time too. Change the tool, the default, the signal or the time people have.",
    suggestions: [
      "The tool shows … and asks for … before ….",
      "… is refused unless …; done when ….",
    ],
    sections: ourWords,
    patterns: [
      {
        words:
          "be|being ~even|much|a? ~bit|little|lot? more|extra|very|especially|particularly? careful|vigilant|cautious|mindful|attentive|diligent|alert",
        notBefore: "thresholds|rules",
      },
      { words: "take|taking more|greater|extra|better|special care" },
      { words: "exercise|exercising|use more|greater|extra? care|caution|vigilance" },
      {
        words: "pay|pays|paying ~even? more|closer|better|greater|close|special? attention",
        notBy: ["system"],
        unlessDenied: true,
      },
      { words: "try|trying harder" },
      { words: "~must|to|should|will|we work harder" },
      {
        words:
          "remind|reminded|reminding everyone|everybody|staff|engineers|all|people|operators|developers|colleagues|teams|us|them",
      },
      { words: "remind|reminded|reminding the|our|all <2> {people}" },
      {
        words: "retrain|retraining",
        notNear: "model|models|classifier|network",
      },
      { words: "be more disciplined|thorough|professional" },
    ],
  },
  {
    id: "vague-training",
    level: "hint",
    reason: "Nobody can tell when this is done. Who is to learn what, and how will it be seen?",
    suggestions: [
      "… practise … every …; done when ….",
      "Name who learns what, and the sign that they have.",
    ],
    sections: ["actions"],
    patterns: [
      {
        words:
          "more|better|additional|further|improved ~<1> training|communication|awareness|documentation|monitoring|testing|visibility|collaboration|coordination",
      },
      {
        words:
          "improve|increase|raise|enhance|strengthen ~<1> training|communication|awareness|documentation|monitoring|testing|visibility|collaboration|coordination",
      },
      { words: "train ~the|our|all? {actor}" },
      { words: "raise awareness" },
    ],
  },
  {
    id: "unbounded-action",
    level: "hint",
    reason: "Has no end. An action begins with a verb that has a result, and says when it is done.",
    suggestions: ["Decide whether …, by …; done when ….", "Measure …, and add … if …."],
    sections: ["actions"],
    patterns: [
      {
        words:
          "investigate|consider|explore|discuss|evaluate|examine|research|revisit|reconsider|ponder",
        at: "sentence-start",
      },
      { words: "look|looking into|at", at: "sentence-start" },
      { words: "think about|through", at: "sentence-start" },
    ],
  },
];
