import { limits } from "#knowledge/incident/limits";
import type { IncidentRecord } from "#knowledge/incident/document";
import { readMoment } from "#knowledge/incident/moment";
import { rowId } from "#knowledge/incident/row-id";

import type { DraftLines } from "./draft-lines";
import { isRecordText } from "./draft-text";
import { plainWords } from "./plain-words";
import type { PostMortem } from "./post-mortem";
import { sourceLines, type SourceLine } from "./source-line";
import { entryName, summed } from "./reading-summary";
import type { ReadEntry } from "./timeline";

type Row = IncidentRecord["timeline"][number];

/** Rows of one list that a record may have. */
const mostRows = 1_000;

/**
 * The entries of which a record can keep: those whose moment is known, in UTC. All others, and those
 * that are struck through, stay in the story as they are.
 */
export function draftTimeline(
  { lines, parts }: PostMortem,
  entries: readonly ReadEntry[],
  { account, taken }: { account: DraftLines; taken: Set<string> },
): Row[] {
  const source = sourceLines(lines.join("\n"));
  const rows: Row[] = [];
  for (const [index, entry] of entries.entries()) {
    const row = rows.length < mostRows ? rowOf(entry, taken) : null;
    if (!row && isWaiting(entry)) tellWaiting(index, entry, account);
    if (!row) continue;
    taken.add(row.id);
    rows.push(row);
    const note = noteOf(entry);
    const part = {
      what: entryName(index, entry),
      to: "timeline",
      from: entry.row.from,
      until: entry.row.to,
    };
    if (entry.row.form === "prose") {
      account.point({
        ...part,
        note: `Read out of a sentence, which stays in the story. ${note}`.trim(),
      });
      continue;
    }
    account.take({ ...part, until: part.from, note }, "guessed");
    ownLines(source, entry, account);
  }
  if (rows.length > 0) dropHeads(parts, source, account);
  return rows;
}

/** Whether all of an entry's time is known but its zone: then it stays in the story until that is said. */
export function isWaiting({ at, row }: ReadEntry): boolean {
  return at !== null && readMoment(at) === null && !row.isStruck && row.form !== "prose";
}

function tellWaiting(index: number, entry: ReadEntry, account: DraftLines): void {
  const { from, to } = entry.row;
  const note = "Its time waits for a zone; it stays in the text until you say that.";
  const part = { what: entryName(index, entry), to: "timeline", from, until: to, note };
  account.pointAsCandidate(part, from, "recognised");
}

/** The guess of its kind, and what is said of this entry alone. */
function noteOf({ kind, warnings }: ReadEntry): string {
  const own = warnings.filter((warning) => summed[warning.kind] === undefined);
  const guess = `Its kind, “${kind}”, is a guess from its words.`;
  return [guess, ...own.map(({ sentence }) => sentence)].join(" ");
}

function rowOf({ at, kind, row }: ReadEntry, taken: ReadonlySet<string>): Row | null {
  if (at === null || readMoment(at) === null || row.isStruck) return null;
  const words = row.markdown
    .split("\n")
    .map((line) => plainWords(line, "kept"))
    .filter(Boolean)
    .join("\n");
  const aside = plainWords(row.aside, "kept");
  const text = (aside === "" ? words : `${words} (${aside})`).trim();
  if (!isRecordText(text, limits.text)) return null;
  return { id: rowId(text, taken), at, kind, text, source: [] };
}

/** Lines of text are the entry's; code, quotes and pictures among them stay in the story. */
function ownLines(source: readonly SourceLine[], { row }: ReadEntry, account: DraftLines): void {
  for (let at = row.from; at < row.to; at++) {
    const line = source[at];
    const isText = line !== undefined && line.kind === "text" && line.quotes === 0;
    if (isText && !line.text.includes("![")) account.own(at, at + 1, "timeline");
  }
}

/** Lines that only say of which day and zone the entries are, and the heads of tables left empty. */
function dropHeads(
  parts: PostMortem["parts"],
  source: readonly SourceLine[],
  account: DraftLines,
): void {
  const rows = parts.filter((part) => part.kind === "row");
  if (rows.some(({ from }) => account.isFree(from))) return;
  for (const part of parts) {
    const isHead = part.kind === "day" || part.kind === "zone";
    if (isHead && isShortLine(source[part.line])) {
      account.drop(part.line, "It says of which day or zone the entries are, as each does now.");
    }
  }
}

function isShortLine(line: SourceLine | undefined): boolean {
  return line !== undefined && !line.text.startsWith("#") && line.text.length <= 120;
}
