import { cellsOf } from "./markdown-table";
import { plainWords } from "./plain-words";
import { itemMark, type SourceLine } from "./source-line";

/** What a label such as "Incident start:" gives. */
export type LabelMeaning =
  | "date"
  | "start"
  | "end"
  | "detected"
  | "mitigated"
  | "resolved"
  | "zone"
  | "title"
  | "severity"
  | "status"
  | "people"
  | "root-cause"
  | "summary";

/** A label with its value, and the line on which it stands. */
export interface Label {
  readonly meaning: LabelMeaning;
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

const of = "(?:the )?(?:incident|outage|impact|event|issue|disruption|problem)";
const prefix = `(?:${of} |user |customer |service |utc )*`;
const tail = "(?:[ _-]?(?:date|time|date/time|date and time|timestamp|at|on|utc|\\(utc\\)))*";

const meanings: readonly (readonly [LabelMeaning, RegExp])[] = [
  [
    "date",
    new RegExp(
      `^${prefix}(?:date|day)s?(?: (?:of|and time of) ${of})?$|^${prefix}date(?:/time| and time| & time)$|^(?:when|occurred(?: on| at)?|date occurred|started on)$`,
    ),
  ],
  [
    "start",
    new RegExp(
      `^${prefix}(?:start(?:ed|s)?|began|begins?|beginning|onset|from)(?: of ${of})?${tail}$|^time of (?:incident|start|occurrence)$|^time (?:started|began)$|^started[_-]at$|^incident_start(?:_time)?$|^downtime start$`,
    ),
  ],
  [
    "detected",
    new RegExp(
      `^(?:first )?${prefix}(?:detect(?:ed|ion)|discovered|identified|noticed)${tail}$|^time detected$|^time of detection$`,
    ),
  ],
  ["mitigated", new RegExp(`^${prefix}mitigat(?:ed|ion)${tail}$|^time mitigated$`)],
  [
    "resolved",
    new RegExp(
      `^${prefix}(?:resolved|restored|recovered|resolution time|recovery time|resolution date)${tail}$|^time (?:resolved|restored)$`,
    ),
  ],
  [
    "end",
    new RegExp(
      `^${prefix}(?:end(?:ed|s)?|until|stop(?:ped)?|finish(?:ed)?|to)(?: of ${of})?${tail}$|^time ended$|^incident_end(?:_time)?$`,
    ),
  ],
  ["zone", /^(?:time[ -]?zones?|tz|all times(?: in)?|times(?: in)?)$/],
  ["title", /^(?:incident |post-?mortem |report )?(?:title|headline|subject)$|^incident id$/],
  ["summary", /^(?:executive )?summary$/],
  [
    "severity",
    /^(?:incident )?(?:severity|sev|priority|level|severity level|sev level|impact level|criticality)$/,
  ],
  ["status", /^(?:incident |document |report |post-?mortem |review |current )?(?:status|state)$/],
  [
    "people",
    /^(?:(?:incident|post-?mortem|review|report|sre|developer|dev|communications?|comms|technical|tech|ops|operations|on-?call|document|lead|primary|secondary|chaos|mgmt|management|team|customer|issue) )*(?:authors?|owners?|by|commanders?|ic|leads?|dri|managers?|scribes?|responders?|facilitators?|attendees|reviewers?|coordinators?|participants|on-?call(?: engineer)?|assignees?|reporters?|engineers?|cmoc|eoc|contributors?|liaison|name\(s\)|names?|responder list)(?:\(s\))?$|^(?:created|written|prepared|reported|reviewed|last modified|approved|edited|submitted|declared) by$/,
  ],
  ["root-cause", /^(?:[a-z ]{0,30} )?root[ _-]?causes?(?:\(s\))?(?: [a-z ]{0,30})?$|^causes?$/],
];

function meaningOf(name: string): LabelMeaning | null {
  const bare = name
    .toLowerCase()
    .replaceAll(/[*_`]+(?=\s|$)|(?<=^|\s)[*_`]+/g, "")
    .replace(/^[^\p{L}]+/u, "")
    .replaceAll(/[ \t]*\([^()]{0,40}\)/g, "")
    .replaceAll(/[ \t]+/g, " ")
    .trim();
  for (const [meaning, pattern] of meanings) if (pattern.test(bare)) return meaning;
  return null;
}

/** Whether words name a property of an incident, as labels do. */
export function namesLabel(name: string): boolean {
  return name !== "" && name.length <= 48 && meaningOf(plainWords(name)) !== null;
}

const labelled =
  /^(?:\*\*|__)?[ \t]*([\p{L}\p{Extended_Pictographic}][^:*_|\n]{0,48}?)[ \t]*(?:(?:\*\*|__)[ \t]*:|:(?:\*\*|__)|:)[ \t]*(.*)$/u;
const setTo = /^([a-z][a-z_ -]{1,40})[ \t]*=[ \t]*["']?([^"']{1,300})["']?$/i;

/** The labels that stand on a line: one, several divided by bars, or cells of a table. */
export function labelsOn(line: SourceLine, at: number): Label[] {
  if (line.kind === "front") return keyOf(line.text, at);
  if (line.kind !== "text" || line.text.length > 600) return [];
  const source = line.text.slice(itemMark(line.text).length);
  const pieces = source.includes("|") ? cellsOf(source) : [source];
  const single = pieces.flatMap((piece) => labelIn(piece, at) ?? []);
  return single.length > 0 || pieces.length < 2 ? single : cellLabels(pieces, at);
}

/** A key of front matter: YAML's `start_time: …` or TOML's `start_time = …`. */
function keyOf(text: string, at: number): Label[] {
  const [, name = "", value = ""] = /^([\w-]{1,40})[ \t]*[:=][ \t]*(.{0,4000})$/.exec(text) ?? [];
  const found = label(name.replaceAll(/[_-]/g, " "), value, at);
  return found ? [found] : [];
}

function labelIn(piece: string, line: number): Label | null {
  const [, name = "", value = ""] = labelled.exec(piece) ?? setTo.exec(piece) ?? [];
  return label(name, value, line);
}

function label(name: string, value: string, line: number): Label | null {
  const meaning = name === "" ? null : meaningOf(plainWords(name));
  const plain = plainWords(value).replace(/^["']|["']$/g, "");
  // "2022-03-27 thumbor" is an incident's name; 4417 and INC-42 are none.
  const isNumber = /\bid$/i.test(name) && !/\s\S*\p{L}{3}/u.test(plain);
  if (meaning === null || isNumber) return null;
  return { meaning, name: plainWords(name), value: plain, line };
}

/** A table of keys and values: two cells a pair. */
function cellLabels(cells: readonly string[], line: number): Label[] {
  if (cells.length % 2 === 1) return [];
  return cells.flatMap((cell, index) => {
    const value = index % 2 === 0 ? cells[index + 1] : undefined;
    return value === undefined ? [] : (label(cell, value, line) ?? []);
  });
}
