import type { Rule } from "../rule";
import { ourWords, telling, tellingOrNearly } from "../section";

const harm =
  "outage|failure|incident|error|errors|crash|downtime|disruption|breach|loss|problem|disaster|delay|accident|mess|mistake";
/** What counts, shows or studies errors: "the operator error counter", "a human-error model". */
const ofErrors =
  "rate|rates|message|messages|page|pages|code|codes|handling|handler|log|logs|report|reports|response|responses|budget|count|counts|counter|counters|metric|metrics|model|models|analysis|assessment|probability|taxonomy";
/** What tools of version control call blame: who changed a line last. */
const annotated =
  "view|views|annotation|annotations|annotate|output|layer|column|gutter|pane|page|tab|button|command|tool|log|info|information|history";
const titles =
  "analysis|analyses|report|document|template|finder|finding|tool|ca|meeting|section|field|column|directory|folder|file|files|page|pages|tab|table|label|labels|tag|tags|menu|dropdown|list|index|wiki|board|view|endpoint|repository|database|category|categories";

/** One cause, one guilty person. */
export const causes: readonly Rule[] = [
  {
    id: "human-error",
    level: "strong",
    reason:
      "A label for the point at which one stops asking. Whatever people did made sense with the interface, load, time and knowledge they had.",
    suggestions: [
      "Name the conditions: “the tool showed …, and … looked the same as …”.",
      "… ran …, expecting …; the two differ by ….",
    ],
    sections: ourWords,
    patterns: [
      {
        words: "user error",
        notBefore: ofErrors,
        unlessDenied: true,
        unlessReported: true,
      },
      {
        words: "human|operator|pilot|driver|engineer|administrator|admin|technician error|errors",
        notBefore: ofErrors,
        unlessDenied: true,
        unlessReported: true,
      },
    ],
  },
  {
    id: "made-a-mistake",
    level: "strong",
    reason:
      "The deed was no mistake while it was done; the outcome made it one. The label hides what it looked like from inside.",
    suggestions: [
      "… ran …, intending …; the two look alike in ….",
      "Say what was done and what it did: “the command removed …”.",
    ],
    sections: tellingOrNearly,
    patterns: [
      {
        words:
          "made|make|makes|making a|an|the|this|that|another ~<2> mistake|mistakes|error|blunder",
        notBy: ["system", "affected"],
        notBefore: "of",
      },
      { words: "blunder|blunders|blundered|blundering" },
      { words: "screwed|screws|messed|messes|mucked up", notBy: ["system"] },
      { words: "dropped|drops|dropping the ball", notBy: ["system"] },
      { words: "slip|slipped up", by: ["person", "team"] },
      { words: "botched|bungled" },
      { words: "was|were at? wrong to", by: ["person", "team"] },
    ],
  },
  {
    id: "mistake",
    level: "likely",
    reason:
      "A name given after the fact. It tells that something differed from an intention, but not what, nor how that came about.",
    suggestions: [
      "… did …, intending ….",
      "Say what differed: “… was taken instead of …, which stands beside it in …”.",
    ],
    sections: tellingOrNearly,
    patterns: [
      {
        words: "mistake|mistakes",
        notAfter: "no",
        notBefore: "were",
        notNear: "learn|learned|learning",
        unlessDenied: true,
      },
      { words: "mistakenly", notBy: ["system", "affected", "thing"] },
      { words: "erroneously", by: ["person", "team"] },
      { words: "by mistake", notBy: ["affected"] },
      { words: "slip|slips up|ups", notBy: ["system"] },
    ],
  },
  {
    id: "typo",
    level: "likely",
    reason:
      "True, and shallow: fingers slip every day. What the tool did with what it was given is the part that can be changed.",
    suggestions: [
      "… took …, which nothing compared with …; one character changed its reach.",
      "The name … was entered for …; nothing compared it with ….",
    ],
    sections: tellingOrNearly,
    patterns: [
      { words: "typo|typos", notNear: "readme|comment|docs" },
      { words: "typing error|errors|mistake" },
      { words: "mistyped|mistypes|mistyping", notBy: ["affected"] },
      { words: "fat finger|fingers|fingered|fingering" },
    ],
  },
  {
    id: "root-cause",
    level: "likely",
    reason:
      "Incidents come of several conditions that met, and a “root” is where somebody stopped looking. Hindsight knows factors, each with its role.",
    suggestions: [
      "Contributing factors",
      "The last of the conditions to be met, the trigger, was ….",
    ],
    sections: ourWords,
    patterns: [
      {
        words: "root cause|causes",
        notBefore: titles,
        notAfter: "no|any",
        unlessDenied: true,
      },
    ],
  },
  {
    id: "real-cause",
    level: "likely",
    reason:
      "Sets one factor above all others. Which of them counts most depends on what one could change, not on what is real.",
    suggestions: [
      "List the factors with their roles: precondition, trigger, amplifier ….",
      "One of the conditions was ….",
    ],
    sections: telling,
    patterns: [
      {
        words:
          "~the|its|their real|actual|true|underlying|ultimate|sole|single cause|problem|reason|culprit",
        unlessDenied: true,
      },
    ],
  },
  {
    id: "caused-by-person",
    level: "strong",
    reason:
      "Names a person or a group as the cause. People are part of every event here, also of all that went well; the conditions they worked in differ.",
    suggestions: [
      "It began when a change to … was released under ….",
      "The command … did …; the tool asked for no confirmation.",
    ],
    sections: tellingOrNearly,
    patterns: [
      { words: "caused|triggered|induced|introduced by", whom: ["person", "team"] },
      { words: "brought about by", whom: ["person", "team"] },
      { words: "due to", whom: ["person"] },
    ],
  },
  {
    id: "blame",
    level: "strong",
    reason:
      "Asks who is guilty. While that question is in the room nobody tells what they saw, and nothing is learned.",
    suggestions: [
      "Leave it out and state the mechanism: “… did …, which …”.",
      "… took part in it by …; … did too, by ….",
    ],
    sections: ourWords,
    patterns: [
      {
        words: "blame",
        notAfter: "git|svn|hg",
        notBefore: `free|culture|${annotated}`,
        unlessDenied: true,
        unlessReported: true,
      },
      {
        words: "blamed|blames|blaming",
        notBy: ["system"],
        unlessDenied: true,
        unlessReported: true,
      },
      // A tool that bisects "blamed the last commit".
      {
        words: "blamed|blames|blaming",
        by: ["system"],
        notObject: "commit|commits|change|changes",
        unlessDenied: true,
        unlessReported: true,
      },
      { words: "to blame", unlessDenied: true },
      { words: "at fault", notBy: ["system", "thing"], unlessDenied: true },
      { words: "fault of", whom: ["person", "team", "organization"], unlessDenied: true },
      { words: "my|your|his|her|our|their fault", unlessDenied: true },
      { words: "{owner} fault", unlessDenied: true },
      { words: "whose fault" },
      {
        words: "culprit|culprits",
        notBefore: "commit|commits|finder|change|query|process|package|line",
      },
      { words: "guilty|guilt" },
      { words: "to be held accountable|responsible" },
      { words: "finger pointing" },
    ],
  },
  {
    id: "responsible-for-outage",
    level: "strong",
    reason:
      "Speaks of guilt in the words of duty. Who runs a service is a fact worth stating; who is responsible for its failure is a verdict.",
    suggestions: [
      "The service is run by …; the change came through ….",
      "Say what led to it: “… and … led to it together”.",
    ],
    sections: ourWords,
    patterns: [
      {
        words: `responsible for ~the|this|that|our|these? ~<2> ${harm}`,
        notBy: ["system", "unknown"],
        unlessDenied: true,
      },
      {
        words: `responsible for the|this|that ${harm}`,
        by: ["unknown"],
        near: "person|people|team|who|engineer|those",
      },
    ],
  },
  {
    id: "why-did-they",
    level: "strong",
    reason:
      "Puts people on trial. A question that begins with “how” or “what” brings out what they saw; this one brings out excuses.",
    suggestions: [
      "How did it come to make sense to …?",
      "What did … see when …, and what usually comes next?",
    ],
    sections: ourWords,
    patterns: [
      { words: "why did|does|do|would|had|was|were not? he|she|they|you|we|nobody" },
      { words: "why did|does|do|would|had|was|were not? no one" },
      { words: "why did|does|do|would|had|was|were not? anyone|anybody|someone|somebody" },
      { words: "why did|does|do|would|had not? {people}" },
      { words: "why did|does|do|would|had not? the|an|a|our <2> {actor}" },
    ],
  },
  {
    id: "who-did-it",
    level: "strong",
    reason: "Starts a hunt. How the change came to production tells more than whose name is on it.",
    suggestions: [
      "How did the change reach production?",
      "What did it pass through, and what did each step look at?",
    ],
    sections: ourWords,
    patterns: [
      { words: "who did it|this|that", at: "sentence-start" },
      {
        words:
          "who broke|caused|deployed|approved|pushed|merged|deleted|did|made|let|screwed|wrote|signed",
        at: "sentence-start",
        notBefore: "what",
      },
      { words: "who is|was responsible|guilty", at: "sentence-start" },
      {
        words:
          "~out|identify|determine|establish|know|ask|asked|see|investigate|understand|discover who exactly? broke|caused|deployed|approved|pushed|merged|deleted|did|made|let|screwed",
      },
      {
        words:
          "~out|identify|determine|establish|know|ask|asked|see|investigate|understand|discover who is|was responsible|guilty",
      },
    ],
  },
  {
    id: "mistakes-were-made",
    level: "hint",
    reason:
      "Hides the story the other way: nobody did anything. Blameless does not mean vague; a role and its reason may be named.",
    suggestions: ["The on-call engineer did …, because ….", "Say which role did it, on what sign."],
    sections: telling,
    patterns: [
      { words: "mistakes|errors were made" },
      {
        words: "it was decided|felt|agreed|thought|believed|assumed|deemed|considered",
        at: "sentence-start",
      },
    ],
  },
];
