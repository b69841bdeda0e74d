import type { Rule } from "../rule";
import { ourWords, telling, tellingOrNearly } from "../section";

const actors = ["person", "team"] as const;
const notSystem = ["system", "affected"] as const;

/** Verdicts on people's nature, care, mind and motives. */
export const character: readonly Rule[] = [
  {
    id: "careless",
    level: "strong",
    reason:
      "A verdict on character. It explains nothing, cannot be checked, and makes the next person keep quiet.",
    suggestions: [
      "Describe the work as it was done: “… did … in …, between … and …”.",
      "Say what the situation asked for at once: …, … and ….",
    ],
    sections: ourWords,
    patterns: [
      { words: "careless", notBefore: "whisper|whispers" },
      {
        words:
          "carelessly|carelessness|sloppy|sloppily|sloppiness|reckless|recklessly|recklessness|incompetent|incompetently|incompetence",
      },
      { words: "negligence|negligent", unlessReported: true },
      {
        words: "lazy|laziness",
        notBefore:
          "loading|load|loaded|evaluation|evaluated|initialisation|initialization|initialised|initialized|init|deletion|allocation|migration|write|writes|propagation|binding|connection|connections|fetch|fetching|import|imports|unmount|expiry|expiration|value|cache|read|reads|quantifier",
        notBy: ["system"],
      },
      { words: "amateurish|amateurishly|half hearted" },
    ],
  },
  {
    id: "scorn",
    level: "strong",
    reason: "Scorn. Readers learn how the writer felt, and those who were there stop telling.",
    suggestions: [
      "Leave the word out.",
      "Say what was surprising about it: “… was set to …, where … is usual”.",
    ],
    sections: ourWords,
    patterns: [
      {
        words:
          "stupid|stupidly|stupidity|idiotic|idiot|idiots|silly|ridiculous|ridiculously|insane|insanely|crazy|moronic|boneheaded|laughable|absurd|ludicrous",
      },
      {
        words: "dumb",
        notBefore: "terminal|terminals|pipe|pipes|client|clients|switch|init",
      },
      { words: "brain dead" },
      { words: "comedy of errors" },
    ],
  },
  {
    id: "verdict",
    level: "strong",
    reason:
      "A verdict. Which expectation was not met, and whose it was, would let a reader judge for themselves.",
    suggestions: ["… was expected by …; what happened was ….", "The agreed time is …; it took …."],
    sections: ourWords,
    patterns: [
      {
        words:
          "unprofessional|unprofessionally|irresponsible|irresponsibly|inexcusable|inexcusably|unforgivable|shameful|disgraceful|appalling",
      },
      {
        words: "unacceptable|unacceptably",
        notBefore: "value|values|input|format|risk|type|response|content|character",
        unlessReported: true,
      },
    ],
  },
  {
    id: "lost-awareness",
    level: "strong",
    reason:
      "A label in the dress of an explanation. People always attend to something: to what, and why?",
    suggestions: [
      "Attention was on …, because …; … changed on another screen.",
      "In that minute … asked for …, and … was shown on ….",
    ],
    sections: tellingOrNearly,
    patterns: [
      { words: "lost|lose|losing|loses|lacked situational|situation awareness" },
      { words: "loss|lack of situational|situation awareness" },
      { words: "complacent|complacently|complacency|inattention|inattentive|inattentively" },
      { words: "lack of attention|vigilance|awareness|concentration|focus" },
      { words: "was|were|is|are|did not paying|pay attention|heed" },
      { words: "asleep at the wheel|switch" },
      { words: "took their|his|her|our eye|eyes off" },
    ],
  },
  {
    id: "lack-of-character",
    level: "strong",
    reason:
      "Blames the character of a group. Time, incentives and tools shape what a group does, and they can be changed.",
    suggestions: [
      "Name the structure: “… had … for …, and was measured by …”.",
      "… fell to nobody in particular, since ….",
    ],
    sections: ourWords,
    patterns: [
      {
        words:
          "lack|absence of ~proper|any|basic|real|professional? discipline|ownership|care|diligence|commitment|professionalism|rigour|rigor|accountability|responsibility|competence|effort|initiative|judgement|judgment|thoroughness|interest",
      },
      { words: "lack of common sense" },
      { words: "lack of due diligence|care" },
      {
        words:
          "lacked|lacks|lacking discipline|ownership|diligence|commitment|professionalism|rigour|rigor|competence|initiative|judgement|judgment|thoroughness",
      },
      { words: "bad|poor|wrong|weak attitude|mindset" },
    ],
  },
  {
    id: "cut-corners",
    level: "likely",
    reason:
      "Assigns a motive. A quicker path that is open and has worked before is the normal way to work.",
    suggestions: [
      "The quicker path was open and used for …, … times that month.",
      "The usual way took …; this one took …, and had worked since ….",
    ],
    sections: telling,
    patterns: [
      { words: "cut|cuts|cutting corners" },
      { words: "took|take|takes|taking shortcuts" },
      { words: "took|take|takes|taking a|some|another ~<1> shortcut|shortcuts" },
      { words: "bypassed|bypasses|bypassing|circumvented|sidestepped|circumventing", by: actors },
      {
        words:
          "skipped|skips|skipping the|a|an|this|that|any|all|their|our ~<2> review|reviews|check|checks|test|tests|step|steps|approval|procedure|process|checklist|validation|testing",
        notBy: notSystem,
      },
    ],
  },
  {
    id: "rushed",
    level: "likely",
    reason:
      "Tells how people must have felt. How many minutes there were, and where the pressure came from, can be known.",
    suggestions: [
      "… minutes lay between … and …; … had asked for it by ….",
      "The change was due by …, since ….",
    ],
    sections: telling,
    patterns: [
      { words: "rushed|rushing", notBy: notSystem, notBefore: "in", notAfter: "be" },
      { words: "hasty|hastily" },
      { words: "panicked|panicking", by: actors },
      { words: "in a panic", notBy: notSystem },
      { words: "in a|the|their hurry|haste" },
      {
        words: "rushed",
        by: ["system"],
        near: "change|deploy|deployment|release|fix|rollout|migration",
        notAfter: "water|air|traffic",
      },
    ],
  },
  {
    id: "wrongly-assumed",
    level: "likely",
    reason:
      "Treats an expectation as a fault. People act on what usually holds; that it did not hold this time is what needs telling.",
    suggestions: [
      "… expected …, since the last … times ….",
      "The screen showed …, which had so far always meant ….",
    ],
    sections: telling,
    patterns: [
      {
        words:
          "wrongly|incorrectly|mistakenly|falsely|erroneously|naively assumed|assume|assumes|assuming|believed|believing|thought|concluded|expected|supposed",
        notBy: ["system"],
      },
      { words: "assumed ~<1> wrongly|incorrectly|mistakenly|naively" },
      { words: "jumped|jumping|jumps|leapt|rushed to the|a|any? wrong? conclusion|conclusions" },
      {
        words: "assumption|assumptions was|were|proved|turned false|wrong|incorrect|out",
        by: ["person", "team"],
      },
    ],
  },
  {
    id: "assumed",
    level: "hint",
    reason: "Can read as a reproach. What the expectation rested on makes it understandable.",
    suggestions: ["… expected …, since ….", "Until then … had always meant …."],
    sections: telling,
    patterns: [
      { words: "assumed|assumes|assuming ~that|the|it|this|they|all|every|there", by: actors },
    ],
  },
  {
    id: "wrong-decision",
    level: "likely",
    reason:
      "Judged by how it ended. When it was taken there were reasons for it, and those are the story.",
    suggestions: [
      "The first explanation was …; … showed otherwise at ….",
      "… was chosen over …, since … seemed ….",
    ],
    sections: tellingOrNearly,
    patterns: [
      {
        words:
          "wrong|incorrect|erroneous|mistaken|faulty|flawed|misguided ~<1> decision|decisions|call|choice|choices|assumption|assumptions|diagnosis|conclusion|conclusions|judgement|judgment",
        notBy: ["system"],
        notNear: "code|algorithm|model|driver|classifier|parser|proof|compiler",
        unlessDenied: true,
      },
      {
        words:
          "wrongly|incorrectly|mistakenly decided|diagnosed|chose|judged|attributed|identified|interpreted",
        notBy: ["system"],
      },
      { words: "misdiagnosed|misjudged|misinterpreted|misread", by: actors },
    ],
  },
  {
    id: "bad-decision",
    level: "strong",
    reason:
      "Calls a decision bad because of what came of it. Good decisions end badly too; what was weighed is what can be learned.",
    suggestions: [
      "They weighed … against …; … was not known then.",
      "… was decided at …, with … and … in view.",
    ],
    sections: ourWords,
    patterns: [
      {
        words:
          "bad|terrible|poor|questionable|dubious|awful|disastrous|unwise|dreadful|lousy ~<1> decision|decisions|judgement|judgments|judgment|judgements|choice|choices",
        unlessDenied: true,
      },
      { words: "poor|bad decision making" },
      { words: "ill advised|judged|considered" },
      { words: "unwisely|foolishly|foolish" },
    ],
  },
];
