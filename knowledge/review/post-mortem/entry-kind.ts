import type { EntryKind } from "#knowledge/incident/vocabulary";

/** What an entry's words tell of. Always a guess, which a person confirms. */
const signs: readonly (readonly [EntryKind, RegExp])[] = [
  [
    "communication",
    /\b(?:status ?page|tweet(?:s|ed)?|twitter|announce[sd]?|announcement|mailing list|e-?mail(?:s|ed)? (?:to|sent)|sent? (?:an? )?(?:e-?mail|update|notification)s?|customers? (?:were |are )?(?:informed|notified)|notif(?:y|ied|ies) (?:\w+ ){0,2}(?:customers?|users?|clients?)|post(?:s|ed)? (?:an? )?(?:update|message|notice)|press release|blog ?post|comms?\b|public statement)/i,
  ],
  [
    "recovery",
    /\b(?:(?:outage|incident|impact|degradation|downtime) (?:ends?|ended|is over|over|resolved|closed)|fully (?:recover|restor|operational)\w*|recover(?:s|ed|y|ing)?|resol(?:ved|ves|ution)|restor(?:ed|es|ation)|back to normal|back (?:up|online)|back at \d|(?:works?|working|loads?|loading|responds?|reachable|available|serving|healthy|up) again|returned? to normal|all clear|service (?:is )?(?:normal|healthy)|normal (?:operation|levels?)|stabili[sz]ed)\b/i,
  ],
  [
    "mitigation",
    /\b(?:roll(?:ed|s|ing)?[- ]?back|rollback|revert(?:s|ed|ing)?|fail(?:ed|s|ing)?[- ]?over|mitigat\w+|disabl(?:ed|es|ing)|block(?:ed|s|ing)|drain(?:ed|s|ing)?|scal(?:ed|es|ing) (?:up|down|out)|re-?start(?:ed|s|ing)?|reboot(?:ed|s|ing)?|hot-?fix(?:ed|es)?|work-?around|throttl(?:ed|es|ing)|rate[- ]limit(?:ed|s|ing)|isolat(?:ed|es|ing)|(?<!oom[- ])kill(?:s|ed|ing)\b(?!.*\boom\b)|fix (?:is |was )?(?:deployed|applied|rolled out|released|merged)|(?:deploy|appl|releas|merg)\w* (?:\w+ ){0,3}fix)\b/i,
  ],
  [
    "detection",
    /\b(?:alerts?|alerted|alarms?|paged?|pages|pager\w*|pingdom|notic(?:e[sd]?|ing)|detect(?:s|ed|ion)?|report(?:s|ed|ing)? (?:\w+ ){0,3}(?:that|issue|problem|error|failure|outage|slow|unable)|(?:users?|customers?|clients?|reports?) (?:\w+ ){0,2}(?:report|complain|come|notice|tweet)\w*|(?:is|was|are|were) reported|monitoring (?:shows?|fires?|triggered))\b/i,
  ],
  [
    "impact",
    /\b(?:outage|impact|degradation|downtime) (?:begins?|began|starts?|started|onset)|\b(?:errors?|latency|failures?|timeouts?|5xx|500s|503s?|502s?) (?:\w+ ){0,3}(?:begins?|began|starts?|started|increas\w+|spik\w+|climb\w*|rise|rises|rose|jump\w*|appear\w*)|\b(?:goes|went|is|are|was|were) (?:\w+ )?(?:down|unavailable|unreachable|offline)\b|\b(?:unavailable|unreachable|stops? (?:responding|serving|working)|stopped (?:responding|serving|working)|crash(?:es|ed|ing)?|degraded|fail(?:s|ed|ing)? (?:to|for))\b/i,
  ],
  [
    "follow-up",
    /\b(?:post-?mortem|retrospective|review meeting|debrief|incident review|follow-?up|action items?|ticket (?:is |was )?(?:filed|opened|created))\b/i,
  ],
  [
    "change",
    /\b(?:deploy(?:s|ed|ment|ing)?|merg(?:e[sd]?|ing)|releas(?:e[sd]?|ing)|push(?:es|ed|ing)? (?:\w+ ){0,3}(?:to|out)|push(?:es|ed|ing)? (?:\w+ )?config\w*|config(?:uration)? (?:change|push|update)|chang(?:e[sd]?|ing)|upgrad(?:e[sd]?|ing)|migrat(?:e[sd]?|ion|ing)|roll(?:s|ed|ing)?[- ]?out|rollout|enabl(?:e[sd]|ing)|maintenance|introduc(?:e[sd]|ing)|update[sd]? to)\b/i,
  ],
  [
    "response",
    /\b(?:investigat\w+|join(?:s|ed)?|declar(?:e[sd]|ing)|escalat\w+|identif(?:y|ies|ied)|finds?|found|determin\w+|root cause|suspect\w*|look(?:s|ed|ing)? (?:at|into)|call(?:s|ed)?|debug\w*|acknowledg\w+|discover\w*|diagnos\w+|confirm\w*|tri(?:es|ed)|attempt\w*|check(?:s|ed|ing)?|ask(?:s|ed)?|decid\w+|engag\w+|engineers?|on-?call|incident)\b/i,
  ],
];

const begins =
  /\b(?:outage|impact|degradation|downtime)\b[^.]{0,20}\b(?:begins?|began|starts?|started)\b/i;
const ends = /\b(?:outage|impact|incident|downtime)\b[^.]{0,20}\b(?:ends?|ended|over|resolved)\b/i;

/** Guesses what kind of event an entry tells of: by marks of begin and end, else by its first verb. */
export function kindOf(text: string): EntryKind {
  const start = text.slice(0, 600);
  if (begins.test(start)) return "impact";
  if (ends.test(start)) return "recovery";
  const found = signs.map(([kind, sign]) => ({ kind, at: start.search(sign) }));
  const [first] = found.filter(({ at }) => at >= 0).toSorted((a, b) => a.at - b.at);
  return first?.kind ?? "context";
}
