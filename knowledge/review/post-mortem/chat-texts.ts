import { badgesOn, signsBehindName } from "./chat-author";
import { fullName, hasWideGap, headIn, isClock, isName, type Gaps } from "./chat-head";

/** The lines of a chat with something in them, each head on one. */
export interface ChatTexts {
  readonly texts: readonly string[];
  /** Whether heads are set as only a chat sets them. */
  readonly isMarked: boolean;
  readonly gaps: Gaps;
}

interface Line {
  readonly text: string;
  readonly isIndented: boolean;
}

/** A head that was set on several lines. */
interface SplitHead {
  readonly text: string;
  /** How many lines it takes. */
  readonly length: number;
  /** Whether a badge or an indent shows it to be one. */
  readonly isSure: boolean;
}

/**
 * Lines copied out of a chat: those that hold something, without the marks of a quotation. Some chats
 * put name, badge, status and time of a head on lines of their own.
 */
export function chatTexts(lines: readonly string[]): ChatTexts {
  const found = lines.flatMap((line): Line[] => {
    const bare = line.replace(/^(?:[ \t]*>)+[ \t]?/, "");
    const text = bare.trim();
    return text === "" ? [] : [{ text, isIndented: /^[ \t]/.test(bare) }];
  });
  const authors = new Set(found.flatMap(({ text }) => headIn(text)?.name ?? []));
  const texts: string[] = [];
  let isMarked = found.some(({ text }) => isMarkedLine(text));
  for (let at = 0; at < found.length; at++) {
    const head = splitHeadAt(found, at, authors);
    texts.push(head?.text ?? found[at]?.text ?? "");
    isMarked ||= head?.isSure === true;
    at += head ? head.length - 1 : 0;
  }
  return { texts, isMarked, gaps: texts.some(hasWideGap) ? "wide" : "any" };
}

function isMarkedLine(text: string): boolean {
  return /^\W*\[?\d.{0,24}<[^<>]{1,40}>[ \t]/.test(text) || headIn(text) !== null;
}

/** Badge and signs of a status stand on at most so many lines between name and time. */
const mostBetween = 3;

function splitHeadAt(
  lines: readonly Line[],
  at: number,
  authors: ReadonlySet<string>,
): SplitHead | null {
  const top = lines[at];
  const below = top && headIn(top.text) === null ? clockBelow(lines, at) : null;
  return top && below ? headAbove(top, below, authors) : null;
}

function headAbove(
  top: Line,
  { badges, time, isIndented, length }: ClockBelow,
  authors: ReadonlySet<string>,
): SplitHead | null {
  const { name, isMarked } = signsBehindName([top.text, ...badges].join(" "));
  const isSure = isMarked || (isIndented && !top.isIndented);
  const isKnown = fullName.test(name) || (authors.has(name) && badges.length > 0);
  if (!isNameAlone(name) || !(isSure || isKnown)) return null;
  return { text: `${name}${isMarked ? " APP" : ""}  ${time}`, length: length + 1, isSure };
}

interface ClockBelow {
  readonly time: string;
  /** What stands between name and time. */
  readonly badges: readonly string[];
  readonly isIndented: boolean;
  readonly length: number;
}

/** The time below a line, with nothing between them but badges and signs. */
function clockBelow(lines: readonly Line[], at: number): ClockBelow | null {
  const below = lines.slice(at + 1, at + mostBetween + 2);
  const last = below.findIndex(({ text }) => withoutBadges(text) !== "");
  const { text = "", isIndented = false } = below[last] ?? {};
  const time = withoutBadges(text).replaceAll(/^\[|\]$/g, "");
  if (!isClock(time)) return null;
  const badges = below.slice(0, last + 1).flatMap((line) => badgesOn(line.text).trim() || []);
  return { time, badges, isIndented, length: last + 1 };
}

function withoutBadges(text: string): string {
  return text.slice(badgesOn(text).length).trim();
}

function isNameAlone(name: string): boolean {
  return /^[\p{L}\d][\p{L}\p{M}\d ._'’-]{0,44}$/u.test(name) && isName(name) && !isClock(name);
}
