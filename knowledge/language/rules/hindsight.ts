import type { Rule } from "../rule";
import { telling, tellingOrNearly } from "../section";

const actors = ["person", "team"] as const;

const seeing =
  "realise|realize|notice|recognise|recognize|grasp|admit|understand|see|spot|find|discover|react|respond|escalate";

/** Where an event shows: what was plain there is so to whoever knows the end. */
const displays =
  "graph|graphs|chart|charts|plot|plots|curve|curves|dashboard|dashboards|panel|panels|log|logs|trace|traces|alert|alerts|alarm|alarms|metric|metrics|monitor|monitors|monitoring|telemetry|gauge|gauges|counter|counters";

/** What came to people or was there, and so tells nothing of them. */
const received =
  "saw|received|got|reached|learned|learnt|arrived|found|heard|been|had|before|met|tested|documented|considered|reviewed|intended";

/** Words that only hindsight can say, and measures of worth. */
export const hindsight: readonly Rule[] = [
  {
    id: "obviously",
    level: "likely",
    reason:
      "Obvious to the writer, who knows the end. To whom was it visible then, and by what sign?",
    suggestions: [
      "… showed … on …, which … had open.",
      "Leave the word out, or say to whom it was plain and from what.",
    ],
    sections: tellingOrNearly,
    patterns: [
      { words: "obvious", notAfter: "more|less|most", unlessDenied: true },
      // "It obviously contains no user data" is so at all times, and no reading of an event.
      {
        words: "obviously",
        unlessDenied: true,
        notBefore:
          "contains|contain|holds|includes|excludes|depends|varies|differs|requires|belongs|carries|means",
      },
      {
        words: "clearly",
        unlessDenied: true,
        notBefore:
          "erroneous|marked|labelled|labeled|documented|separated|defined|stated|states|visible|identified|named|communicated|worded|written|shows|showed|shown|says|said|assigned|described|explained|distinguish|distinguished|distinguishes|delimited|audible|readable|see|seen|indicate|indicates|indicated",
        notAfter:
          "more|most|very|as|so|less|show|shows|showed|shown|say|says|said|state|states|stated|mark|marks|marked|see|sees|document|describe|explain|communicate|communicated|visible|heard",
      },
      {
        words: "clearly|plainly ~showed|shown|indicated|revealed|pointed|suggested|demonstrated",
        by: ["system"],
        near: displays,
        unlessDenied: true,
      },
      {
        words: "~showed|shown|indicated|revealed|suggested|demonstrated clearly|plainly",
        by: ["system"],
        near: displays,
        unlessDenied: true,
      },
      { words: "of course", notBefore: "correction|corrections" },
      { words: "evidently|patently" },
      { words: "self evident|evidently" },
      { words: "needless to say" },
      { words: "it goes without saying" },
      { words: "anyone|anybody with <2> sense" },
      { words: "any|every competent|experienced|sensible|reasonable {person}" },
    ],
  },
  {
    id: "simply",
    level: "hint",
    reason:
      "Makes work look easy that was not easy then. Listing the steps shows how much there was to do.",
    suggestions: ["Leave the word out.", "List the steps: first …, then …."],
    sections: tellingOrNearly,
    patterns: [
      { words: "simply", notBefore: "connected|typed|put|linked" },
      { words: "merely" },
      { words: "just need|needs|needed|had|has|have|required|requires to" },
      { words: "just a matter|case|question|typo|restart|flag" },
      { words: "could|should|can|would|you|might just" },
      { words: "all he|she|they|we|you|it had|has|have to do" },
      { words: "all it took|takes|needed" },
    ],
  },
  {
    id: "easily-avoided",
    level: "likely",
    reason:
      "It looks easy from the end. How hard it was then, with everything else that was on the screen, is what a reader needs.",
    suggestions: [
      "Leave the word out and say where it could be seen: ….",
      "To see it one had to …, which took ….",
    ],
    sections: telling,
    patterns: [
      {
        words:
          "easily {adverb}* be? been? avoid|avoided|prevent|prevented|spot|spotted|catch|caught|notice|noticed|foreseen|detected|avoidable|preventable",
      },
      { words: "easy to avoid|prevent|spot|notice|catch|foresee", unlessDenied: true },
      {
        words: "trivial|trivially",
        unlessDenied: true,
        notAfter: "non",
        notBefore: "case|function|file|transfer",
      },
    ],
  },
  {
    id: "too-slow",
    level: "likely",
    reason: "Measures people's worth in minutes. Give the time, and what filled it.",
    suggestions: [
      "… minutes passed between … and …; in them … was tried.",
      "Give the two times and what was looked at between them.",
    ],
    sections: telling,
    patterns: [
      { words: "was|were|been {adverb}* too|very slow|late|long to?", by: actors },
      {
        words:
          "responded|reacted|acted|escalated|moved|came|arrived|paged|called|replied|communicated far|much? too late|slowly|slow",
        by: actors,
      },
      {
        words: `took|takes us|them|him|her|everyone <5> to {adverb}* ${seeing}`,
      },
      {
        words: `took|takes the|our|an|a|both? <3> {actor} <5> to {adverb}* ${seeing}`,
      },
      { words: "took ~{actor} far|much|way? too long" },
      { words: "took far|much|way? too long to", by: actors },
      {
        words:
          "slow to react|respond|realise|realize|escalate|act|recognise|recognize|admit|notice",
        notBy: ["system"],
      },
    ],
  },
  {
    id: "finally",
    level: "hint",
    reason: "Sounds impatient. The time says it without a judgement.",
    suggestions: ["At …", "After … minutes"],
    sections: telling,
    patterns: [
      { words: "finally", notBefore: "block|clause|blocks" },
      { words: "eventually", notBefore: "consistent" },
      { words: "only then" },
      { words: "at long? last" },
    ],
  },
  {
    id: "despite-knowing",
    level: "likely",
    reason: "Accuses people of having known. When was it known, to whom, and in what form?",
    suggestions: [
      "… had been told of it on … in …; by … it was one of ….",
      "The risk stood in … since …; it was rated ….",
    ],
    sections: tellingOrNearly,
    patterns: [
      { words: "even? though|although he|she|they|we|i {adverb}* knew" },
      {
        words:
          "even? though|although he|she|they|we|i had|'d|were ~{adverb}* been? told|warned|informed|aware",
      },
      { words: "even? though|although the|our {actor} {adverb}* knew" },
      {
        words:
          "even? though|although the|our {actor} had|was|were ~{adverb}* been? told|warned|informed|aware",
      },
      { words: "despite {adverb}* knowing|warnings|warning|advice" },
      { words: "despite being|having ~been? told|warned|aware|informed|known" },
      {
        words:
          "despite|ignoring repeated|many|several|earlier|clear|multiple|numerous|previous|explicit warnings|reminders|requests|advice",
      },
      { words: "knew full? perfectly? well|better", by: ["person", "team"] },
      { words: "knew or should have known" },
    ],
  },
  {
    id: "again",
    level: "hint",
    reason: "Piles up earlier events against people. Links to them say more.",
    suggestions: [
      "Link the earlier incidents: [[…]] and [[…]].",
      "It is the … time since …; see ….",
    ],
    sections: telling,
    patterns: [
      { words: "once|yet again", notBy: ["system"] },
      { words: "yet another", notBy: ["system"] },
      { words: "repeatedly|again", by: ["person", "team"] },
      { words: "time and again|time" },
    ],
  },
  {
    id: "always-never",
    level: "likely",
    reason:
      "Generalises about people. One instance with its time can be understood; “always” and “never” can only be resented.",
    suggestions: ["On … (time) … did ….", "In the last … changes it was done … times."],
    sections: telling,
    patterns: [
      {
        words: "always|never",
        by: actors,
        notAfter: "had|has|have|could|been|should|must|may",
        notBefore: received,
      },
      // "We should never have more than two connections" is a bound.
      {
        words: "~should|must|may never",
        by: actors,
        notBefore: `${received}|have`,
      },
      { words: "~should|must|may always", by: actors, notBefore: received },
    ],
  },
  {
    id: "lack-of",
    level: "hint",
    reason:
      "Something that was not there cannot have acted: a wish in the dress of a cause. What was there, and how was it chosen?",
    suggestions: [
      "The tests covered …, chosen because ….",
      "Say what existed, and move the wish to Actions.",
    ],
    sections: telling,
    patterns: [
      {
        words:
          "lack|absence of <1> tests|testing|monitoring|documentation|communication|training|visibility|review|reviews|alerting|planning|coordination|oversight|validation|checks|automation|resources|knowledge|understanding|process|procedures|safeguards|logging|awareness",
      },
      {
        words:
          "missing|insufficient|inadequate|poor|weak <1> tests|test|testing|monitoring|documentation|communication|training|visibility|review|alerting|planning|coordination|oversight|validation|checks|safeguards|logging|preparation",
      },
    ],
  },
];
