import { plainWords } from "./plain-words";

/** What a section is about, whatever its heading is called. */
export type Canonical =
  | "meta"
  | "summary"
  | "impact"
  | "background"
  | "story"
  | "detection"
  | "response"
  | "root-cause"
  | "factors"
  | "went-well"
  | "went-badly"
  | "luck"
  | "lessons"
  | "actions"
  | "questions"
  | "timeline"
  | "people"
  | "messaging"
  | "sources"
  | "scorecard";

/** Headings met in templates and in the wild; the more particular stand first. */
const headings: readonly (readonly [Canonical, RegExp])[] = [
  [
    "timeline",
    /^(?:(?:incident|key|detailed|event|full|high[- ]level|outage|chronological|response|investigation|actual|sanitized|sanitised|rough|approximate) )*(?:time ?-?lines?|chronology|sequence of events|chronological log|log of events|event log|key events)\b|^(?:[a-z'-]+ ){1,4}time ?-?lines?$|^(?:(?:incident|event|activity|change) )?log$/,
  ],
  ["story", /^(?:outage description|incident response|problem(?: statement)?)$/],
  ["response", /^mitigation actions?$/],
  [
    "root-cause",
    /^(?:(?:the|technical|underlying|suspected|probable|likely|direct|primary|and|preliminary|initial) )*root[- ]?causes?\b|^what (?:was|were) the root causes?\b|^rca$|^(?:the )?(?:five|5) whys?\b|^whys$|^(?:the |underlying |primary )?causes?(?: of .*| analysis| and .*)?$|^what caused\b|^cause (?:and|&) /,
  ],
  [
    "went-well",
    /^(?:what|things?|that)(?: that)? (?:went|worked|did we do|we did) (?:well|right|good)\b|^what(?:'s| is| has)? (?:working|good)\b|^(?:what )?(?:did )?(?:go|went) well\b|^(?:positives|the good|successes|what helped|what held)\b|^went right$/,
  ],
  [
    "went-badly",
    /^(?:what|things?)(?: that)? (?:went|did ?n[o']t go|didn't go|worked|could have gone|can go|could go) (?:so |less |very )?(?:wrong|poorly|badly|bad|well|better|right)\b|^what (?:didn't|did not|could|can|should) (?:go|work|be|have|we)\b|^went (?:wrong|poorly|badly)\b|^(?:what could (?:have|be)|areas? (?:for|of) improvement|the bad|the ugly|challenges|difficulties|improvements?$|what (?:was|made it) (?:hard|difficult))\b/,
  ],
  [
    "luck",
    /^(?:where|how|when|did|what)?(?: did)? ?(?:we|us)? ?(?:get|got|were|was)? ?(?:we )?(?:get |got )?lucky\b|^luck\b/,
  ],
  [
    "impact",
    /^(?:(?:customer|user|end[- ]user|business|infrastructure|productivity|service|internal|external|client|data|financial|revenue|estimated|incident|scope|blast radius|total|overall|technical|reputational|who was|what was|the|and|of|&|summary) )*(?:impacts?|impacted)\b|^(?:affected|impacted) (?:users?|systems?|services?|customers?|components?|metrics|areas?|products?|regions?|versions?)\b|^(?:users|systems|services|customers|clients|components|products|regions) (?:affected|impacted)$|^(?:blast radius|scope of impact|who was affected|damage|severity and impact)\b/,
  ],
  [
    "detection",
    /^(?:(?:incident|issue|problem|fault|how we|initial) )*(?:detection|detected|discovery|discovered|noticing|monitoring and detection|detection and response time)\b|^how (?:was|were|did) (?:the |this |it |we )*(?:incident|issue|problem|outage)? ?(?:detect|discover|notice|learn|find|know|we (?:detect|notice|find))|^incident detected by\b|^identif(?:ied|ication)$/,
  ],
  [
    "actions",
    /^(?:(?:post[- ]?(?:mortem|incident)|review|corrective|preventive|preventative|preventive|remediation|remedial|mitigation|immediate|long[- ]term|short[- ]term|medium[- ]term|further|planned|recommended|required|new|open|follow[- ]?up|key|our|proposed|suggested|the|specific|resulting|future|additional|and|&|\/) )*(?:action(?:able)?s?(?: items?| points?| plan| taken| list)?|corrective (?:and|&) preventati?ve (?:measures?|actions?)|follow[- ]?ups?|to[- ]?dos?|next[- ]steps?|recommendations?|preventati?ve (?:measures?|actions?|steps)|corrective measures?|remediation items|action items (?:&|and) follow-?ups|(?:counter-?)?measures|tasks?)\b|^actionables?\b|^remediation(?: ?(?:\/|and|&) ?.*)?$|^prevention(?: .*)?$|^(?:future work|tickets|what (?:we|are we|will we|we're|we are) (?:are |will )?(?:doing|do|change|changing)\b.*|how (?:are |will |do |can )?we (?:are |will |can )?(?:prevent|avoid)(?:ing)?\b.*|improvements and actions|steps to prevent\b.*|preventing (?:recurrence|this)\b.*|what changes)/,
  ],
  [
    "lessons",
    /^(?:(?:key|main|our|the) )*(?:lessons?|learnings?|take ?-?aways?|conclusions?|what (?:did )?we learn(?:ed|t)?|insights|reflections?|how'?d we do|recurrence|backlog check|surprises(?: and learning)?|retrospective|analysis and lessons)\b/,
  ],
  [
    "factors",
    /^(?:(?:key|the|main|other|root) )*(?:contribut(?:ing|ory|ors?)|causal|aggravating)\b|^triggers?(?:\(s\))?\b|^process breakdowns?\b|^why (?:it|this|did (?:it|this)) happen|^why did\b|^factors?$|^what let it happen\b/,
  ],
  [
    "response",
    /^(?:(?:incident|our|the|immediate|how we|and|&|\/|service|technical|final|short[- ]term) )*(?:response|recovery|resolution|resolved|mitigation|mitigated|restoration|repair|fix|solution|containment|workaround|remedy|eradication|recovery steps)\b|^how (?:was|were|did|it was)(?: the| this| it| we)*(?: incident| issue| problem| outage)? ?(?:fix|resolve|mitigat|repair|put right)/,
  ],
  [
    "summary",
    /^(?:(?:executive|exec|incident|issue|problem|outage|brief|high[- ]level|event|short|general|the|postmortem|post-mortem|report|management|quick|post-?incident|customer) )*(?:summary|overview|synopsis|abstract|tl;? ?dr|in (?:short|brief)|at a glance|description|introduction)\b|^current status\b|^what you (?:saw|need to know)\b|^key (?:facts|details|information)\b/,
  ],
  [
    "story",
    /^(?:what (?:has )?happened|what went on|outage description|faults?|chain of events|incident response|narrative|the (?:story|incident|outage|problem)|story|incident details?|details?|technical details?|detailed (?:description|analysis|account|summary)|analysis|technical analysis|in[- ]depth|deep dive|investigation|findings|diagnosis)\b/,
  ],
  [
    "background",
    /^(?:background|context|lead[- ]?up|system overview|prior state|architecture|how .* works|environment|glossary|history)\b/,
  ],
  [
    "people",
    /^(?:responders?|(?:post-?mortem |meeting )?(?:attendees|participants)|names of people involved|people(?: involved)?|incident (?:roles?|dri|commander|team|responders?|managers?)|(?:key )?(?:personnel|contributors|stakeholders|roles?)|involved (?:people|parties|teams?)|who was involved|authors?|owners?|on-?call|team|reviewers?|sign-?offs?|acknowledge?ments?)$/,
  ],
  [
    "messaging",
    /^(?:messaging|internal e?-?mail|external message|communications?|internal communications?|external communications?|customer communications?|status page|public statement|announcements?|telling others)\b/,
  ],
  [
    "sources",
    /^(?:supporting (?:information|documents?|material|evidence)|appendi\w*|apendix|links?(?: to .*)?|references?|relevant (?:documentation|links)|citations?\b.*|additional reading|further reading|resources|see also|evidence|attachments?|chat logs?|logs?|graphs?|screenshots|data|related (?:links|documents?|incidents?|issues|documentation)|sources?|footnotes|external links|.*\bchat logs?|.*\bthread|documentation|slack (?:log|thread|channel).*)$/,
  ],
  [
    "questions",
    /^(?:open |unanswered |remaining |outstanding )?questions?\b|^(?:unknowns|what we (?:do not|don't) know)\b/,
  ],
  ["scorecard", /^(?:incident )?(?:engagement )?score ?card\b/],
  [
    "meta",
    /^(?:date|dates?(?: and times?)?|time|times|incident (?:date|id|number|timing|metadata|info(?:rmation)?)|metadata|status|report status|severity|priority|duration|incident status|document status|start(?: |_)?(?:date|time|date\/time)?|end(?: |_)?(?:date|time|date\/time)?|last modified|created by|post-?mortem (?:date|owner|metadata)|incident metrics|metrics|meeting|call recording|version|tags?|labels?|quick facts)$/,
  ],
];

/** A heading stripped of numbers, emoji, marks and brackets, in small letters. */
export function bareHeading(heading: string): string {
  return plainWords(heading)
    .slice(0, 200)
    .toLowerCase()
    .replaceAll(/[’‘]/g, "'")
    .replace(
      /^(?:(?:section|part|step|phase)[ \t]+)?(?:\d{1,2}(?:\.\d{1,2}){0,3}[.):]?|[ivx]{1,4}[.)]|[a-z][.)])[ \t]+/,
      "",
    )
    .replace(/^:[a-z0-9_+-]{1,40}:/, "")
    .replace(/^[^\p{L}\p{N}]+/u, "")
    .replaceAll(/[([{<][^()[\]{}<>]{0,120}[)\]}>]/g, " ")
    .replaceAll(/[ \t]+/g, " ")
    .replace(/[^\p{L}\p{N}]+$/u, "")
    .trim();
}

/** What a heading is about; null for one that is not among those met. */
export function canonicalOf(heading: string): Canonical | null {
  const bare = bareHeading(heading);
  if (bare === "" || bare.length > 90) return null;
  for (const [canonical, pattern] of headings) if (pattern.test(bare)) return canonical;
  return null;
}

/** Whether a heading names a root cause, also beside other things. */
export function namesRootCause(heading: string): boolean {
  return /\broot[- ]?causes?\b/.test(bareHeading(heading)) || canonicalOf(heading) === "root-cause";
}
