import type { Rule } from "../rule";
import { telling, tellingOrNearly } from "../section";

const actors = ["person", "team"] as const;
const signals =
  "alert|alerts|alarm|alarms|warning|warnings|sign|signs|signal|signals|page|pages|symptom|symptoms|clue|clues|bug|defect|flaw|hint|hints|indication|indications|problem|step|steps|notice|message|messages|email|emails|mail|mails|bulletin|letter|call|calls|complaint|complaints|reminder|reminders|request";

const seeing =
  "knew|known|noticed|checked|tested|verified|read|reviewed|realised|realized|spotted|asked|questioned|documented|informed|caught|understood|considered|owned|cared|monitored|escalated|raised|communicated|followed|objected|validated|thought|recognised|recognized|confirmed|challenged|bothered";

/** Words that tell of a try. */
const tries = "try|tries|tried|trying|attempt|attempts|attempted|retries|retried|twice|times";

/** What was left out, missed or not seen, told as if it were a deed. */
export const omissions: readonly Rule[] = [
  {
    id: "failed-to",
    level: "strong",
    reason:
      "Judges what people did not do by how it ended. What they did instead, and what led them to it, is the part that can be learned from.",
    suggestions: [
      "Say what was done instead: “… did …, because … showed …”.",
      "The check for … lay outside the usual path, which was ….",
    ],
    sections: tellingOrNearly,
    patterns: [
      {
        words: "failed|fails|failing|fail {adverb}* to ~{adverb}* ~{deed}",
        by: actors,
        unlessReported: true,
      },
      // What tools try in vain is upkeep and duty with people, unless they are said to have tried.
      {
        words:
          "failed|fails|failing|fail {adverb}* to ~{adverb}* ~renew|replicate|complete|deploy|reload|restart|fix|repair",
        by: actors,
        notNear: tries,
        unlessReported: true,
      },
      {
        words:
          "failed|fails|failing|fail {adverb}* to ~{adverb}* ~get|obtain ~<2> ~approval|approvals|consent|permission|clearance|sign",
        by: actors,
        notNear: tries,
        unlessReported: true,
      },
      {
        words:
          "failed|fails|failing|fail {adverb}* to ~{adverb}* ~open|log ~a|an|any ~<1> ~ticket|case|incident|change|issue|request",
        by: actors,
        notNear: tries,
        unlessReported: true,
      },
    ],
  },
  {
    id: "failure-to",
    level: "likely",
    reason:
      "Turns something that was not done into a cause. Nothing happens because of what is absent; say what was there.",
    suggestions: [
      "… looked at …, where … could not be seen.",
      "The procedure covered … and not ….",
    ],
    sections: tellingOrNearly,
    patterns: [
      { words: "failure to not? {human}" },
      {
        words: "failed|fails|failing {adverb}* to {human}",
        by: ["nobody", "unknown", "thing", "organization"],
      },
      { words: "inability|unwillingness|refusal to {human}", notBy: ["system"] },
    ],
  },
  {
    id: "neglected-to",
    level: "strong",
    reason:
      "Implies that people could not be bothered. That is a guess about their will, and seldom what they would say themselves.",
    suggestions: [
      "… was not part of the procedure for ….",
      "Nothing in … called for …; the step is done by hand.",
    ],
    sections: tellingOrNearly,
    patterns: [
      { words: "neglected|neglects|neglecting|omitted|omits to", notBy: ["system", "affected"] },
      { words: "did|do|does not ~{adverb}* even? bother to?", notBy: ["system", "affected"] },
      { words: "could not be bothered" },
      { words: "negligently|wilfully|willfully" },
    ],
  },
  {
    id: "forgot",
    level: "strong",
    reason:
      "Stops at somebody's memory. A step that lives only in memory is bound to be left out some day: the design of the work is what can change.",
    suggestions: [
      "Nothing prompted the step; it is one of … done by hand.",
      "The step came after …, when attention was on ….",
    ],
    sections: tellingOrNearly,
    patterns: [
      {
        words: "forgot|forgets|forgetting to?",
        notBy: ["system", "affected"],
        notBefore: "password|passwords|link|page|my|your",
      },
      {
        words: "had|has|have|having|was|were|been ~{adverb}* forgotten",
        notBy: ["affected"],
        notBefore: "password|passwords|their",
      },
    ],
  },
  {
    id: "did-not-check",
    level: "likely",
    reason:
      "Uses what was not done as a cause. From inside the situation there was no reason to look there, or people would have looked.",
    suggestions: [
      "The check lies outside the usual path; what was looked at was ….",
      "… was shown on …, which … does not open during ….",
    ],
    sections: telling,
    patterns: [
      {
        words:
          "did|do not ~{adverb}* check|notice|verify|review|realise|realize|escalate|communicate|inform|consult|validate|document",
        by: ["nobody"],
      },
      {
        words:
          "did|do|does|had|has|have not ~{adverb}* check|checked|notice|noticed|verify|verified|test|tested|read|follow|followed|review|reviewed|validate|validated|spot|spotted|detect|detected|catch|caught|identify|identified|heed|heeded|consult|consulted|escalate|escalated|communicate|communicated|document|documented|inform|informed|warn|warned|realise|realised|realize|realized|recognise|recognised|recognize|recognized",
        by: actors,
      },
      { words: "did|do|does not even look|glance|ask|open|call|try", by: actors },
      { words: "did|do|does not even think ~to|of|about", by: actors },
      {
        words:
          "without ~even? checking|verifying|testing|reading|reviewing|consulting|informing|telling|asking",
        by: actors,
      },
    ],
  },
  {
    id: "ignored",
    level: "strong",
    reason:
      "Claims that people saw what it meant and chose to do nothing. Usually it was one signal among many, and it read as something else.",
    suggestions: [
      "The alert was one of … that hour; it read as ….",
      "… was seen at … and taken for …, because ….",
    ],
    sections: tellingOrNearly,
    patterns: [
      {
        words: `ignored|disregarded|dismissed|overlooked ~<3> ~${signals}`,
        by: ["nobody"],
      },
      {
        words:
          "ignored|ignores|ignoring|disregarded|disregards|disregarding|dismissed|dismisses|dismissing|overlooked|overlooks",
        by: actors,
        notBefore: "by",
      },
      {
        words:
          "~chose|choose|decided|tended|tend|preferred|opted|continued|began|used ~to ignore|disregard|dismiss|overlook",
        by: actors,
      },
      {
        words:
          "was|were|been|being|went|gets|got {adverb}* ignored|disregarded|dismissed|overlooked",
        notBefore: "by",
        near: `${signals}|concerns|concern|advice|clause|risk|risks|step|steps|ticket|tickets|recommendation|recommendations|report|reports|question`,
        notNear:
          "parser|packets|packet|broker|compiler|dialog|dialogue|popup|banner|header|identifier",
      },
      {
        words: "was|were|been {adverb}* overlooked",
        notBefore: "by",
        notBy: ["person"],
        notNear: "parser|packets",
      },
      {
        words: "ignored|disregarded|dismissed|overlooked ~<4> ~by",
        whom: ["person", "team", "organization"],
      },
      { words: "turned|turning a blind eye" },
    ],
  },
  {
    id: "missed-the-signal",
    level: "likely",
    reason:
      "Only the outcome turns a line on a screen into a signal. Say when it was seen, and where it stood.",
    suggestions: [
      "… was not seen until …; it appeared in … among ….",
      "At … the graph showed …, which is also what … looks like.",
    ],
    sections: tellingOrNearly,
    patterns: [
      {
        words: `missed|misses|missing the|a|an|this|that|these|those|several|all|every|any|some|two|three|early|obvious ~{adverb}* ~<1> ${signals}`,
        by: ["person", "team", "unknown", "nobody"],
      },
      { words: `missed|misses ${signals}`, by: actors },
      {
        words: "was|were|been {adverb}* missed",
        notBefore: "by",
        near: `${signals}|review|regression|error|mistake|testing`,
        notNear: "heartbeat|heartbeats|packets|cache|poll",
      },
      { words: "was|were|been {adverb}* missed ~by", whom: ["person", "team"] },
      { words: `failed|fails to {adverb}* catch|spot`, by: ["unknown"] },
    ],
  },
  {
    id: "nobody-noticed",
    level: "likely",
    reason: "Blames everybody at once. It hides who could have known what, and from where.",
    suggestions: [
      "There is no record of …; the question first came up at ….",
      "… is shown only in …, which is looked at when ….",
    ],
    sections: tellingOrNearly,
    patterns: [
      { words: `nobody else? {adverb}* ${seeing}` },
      { words: `no one else? {adverb}* ${seeing}` },
      { words: `none of the|us|them|our|those <2> ${seeing}` },
      { words: `not one of the|us|them <2> ${seeing}` },
      { words: `nobody on|in|at|from|of <4> ${seeing}` },
      { words: `no one on|in|at|from|of <4> ${seeing}` },
      { words: `nobody else? had {adverb}* ${seeing}` },
      { words: `no one else? had {adverb}* ${seeing}` },
    ],
  },
  {
    id: "never-tested",
    level: "likely",
    reason:
      "“Never” is sweeping and hard to show. What is known is where one looked and what was not found there.",
    suggestions: [
      "No test of … is on record; the last one of its kind was ….",
      "The tests covered … and not …, which first ran on ….",
    ],
    sections: telling,
    patterns: [
      {
        words:
          "never {adverb}* been? properly? tested|documented|considered|reviewed|rehearsed|practised|practiced|verified|checked|questioned|discussed|exercised",
        notBy: ["affected"],
      },
    ],
  },
  {
    id: "nobody-could-have-known",
    level: "hint",
    reason:
      "Closes the inquiry from the other side. Some signs nearly always existed, to somebody; which, and to whom?",
    suggestions: [
      "Signs of it were …, known to ….",
      "Until then … had been seen … times, each time ….",
    ],
    sections: tellingOrNearly,
    patterns: [
      { words: "nobody could have {adverb}* known|predicted|foreseen|expected|anticipated" },
      { words: "no one could have {adverb}* known|predicted|foreseen|expected|anticipated" },
      { words: "unforeseeable|unpredictable" },
      { words: "could not have been {adverb}* foreseen|predicted|anticipated" },
      { words: "perfect storm" },
      { words: "freak accident|event|incident|occurrence|combination|storm" },
      { words: "black swan" },
      { words: "act of god" },
    ],
  },
];
