import { plainWords } from "./plain-words";
import type { SourceLine } from "./source-line";
import { daysIn, timesIn, type DayInText } from "./document-date";

type Order = "month-first" | "day-first" | null;

// What is done to a document, and not to what it tells of.
const deeds = new Set(
  "updated modified edited revised published posted reviewed approved written wrote drafted authored exported printed generated issued submitted accessed retrieved released archived".split(
    " ",
  ),
);
const documents = new Set(
  "author authors blog by changelog closed completed copyright created creation doc document due edit editor filed finalized finalised meeting modification owner page postmortem post-mortem prepared publication release report review reviewer revision revisions scheduled signed update updates version versions held".split(
    " ",
  ),
);
const between = new Set(
  "a again also and article as at been date dates day draft final finally first for from has have in initial initially is it last lastly latest most next of on originally post read recently since status statement the this time to was were will with".split(
    " ",
  ),
);
const ofIncident =
  /^(?:incidents?|outages?|impact\w*|events?|issues?|disruptions?|degradations?|degraded|downtime|failures?|failed|fails?|down|errors?|problems?|crash\w*|breach\w*|loss|lost|start\w*|began|begin\w*|end\w*|detect\w*|resol\w*|mitigat\w*|timeline|times)$/;

/** What a text is: a line, a heading, or what the whole is named by, such as its title. */
type Form = "line" | "heading" | "name";

/**
 * The first day in a text that may be one of the incident: none on which the text was written,
 * changed or published, and none of a line that is no more than a name and a date, as below a title.
 * A title may call itself a report or review of a day.
 */
export function incidentDayIn(text: string, order: Order, form: Form): DayInText | null {
  if (form === "line" && isByLine(text)) return null;
  let from = 0;
  for (const day of daysIn(text, order)) {
    if (!isOfDocument(leadTo(text.slice(from, day.at)), form)) return day;
    from = day.end;
  }
  return null;
}

/** No line of names is longer. */
const longestByLine = 160;

/** Whether a line is a date, and besides at most names and words on the document: "Jane Doe, 3 May 2024". */
export function isByLine(text: string): boolean {
  if (text.length > longestByLine || hasStretch(text)) return false;
  let [rest, from] = ["", 0];
  for (const { at, end } of daysIn(text)) {
    rest += `${text.slice(from, at)} `;
    from = end;
  }
  if (from === 0) return false;
  const words = wordsIn(rest + text.slice(from));
  return words.every(
    (word) => !ofIncident.test(word.toLowerCase()) && (isOnDocument(word) || /^\p{Lu}/u.test(word)),
  );
}

const personsName = /^(?:[Bb]y[ \t]+)?\p{Lu}[\p{L}.'’-]*(?:[ \t]+\p{Lu}[\p{L}.'’-]*){1,3}$/u;

/** Whether a line stands below one that is a person's name, or says who wrote the text. */
export function isBelowName(lines: readonly SourceLine[], at: number): boolean {
  const above = lines.slice(Math.max(0, at - 3), at).findLast(({ kind }) => kind === "text");
  const text = above && !/^(?:#|[=-]{3})/.test(above.text) ? plainWords(above.text) : "";
  const isWritten = /^(?:(?:written|posted|published)[ \t]+)?by[ \t:]|^authors?[ \t]*:/i.test(text);
  return (
    isWritten ||
    (personsName.test(text) && !wordsIn(text).some((word) => ofIncident.test(word.toLowerCase())))
  );
}

/** From when to when: no document is written then. */
function hasStretch(text: string): boolean {
  const times = timesIn(text);
  return times.length > 1 || times.some(({ value }) => value.to !== null);
}

function isOnDocument(written: string): boolean {
  const word = written.toLowerCase();
  return (
    deeds.has(word) ||
    documents.has(word) ||
    between.has(word) ||
    /^(?:min|minutes?|am|pm)$/.test(word)
  );
}

/** Whether words before a date say that it is the date of the document. */
function isOfDocument(words: readonly string[], form: Form): boolean {
  const small = words.map((word) => word.toLowerCase());
  const by = small.findIndex((word) => naming.test(word));
  const isKnown = small.every(
    (word, at) =>
      isOnDocument(word) ||
      ofIncident.test(word) ||
      isZone(words[at] ?? "") ||
      (by !== -1 && at > by && /^\p{Lu}/u.test(words[at] ?? "")),
  );
  if (!isKnown) return false;
  if (small.some((word) => deeds.has(word))) return true;
  const isNamed = small.some((word) => documents.has(word));
  return form !== "name" && isNamed && !small.some((word) => ofIncident.test(word));
}

/** "UTC", "PDT" */
function isZone(word: string): boolean {
  return /^[A-Z]{2,4}$/.test(word);
}

const naming = /^(?:by|authors?|owner|editor|reviewer)$/;

const signs = /[|·•;()[\]\n]|[.!?](?=\s)|\s[-–—]+\s/;

/** The words of the last clause that has any. */
function leadTo(text: string): string[] {
  const clauses = text.slice(-300).split(signs).map(wordsIn);
  return clauses.findLast((words) => words.length > 0) ?? [];
}

function wordsIn(text: string): string[] {
  return text.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [];
}
