import { matchAt } from "#knowledge/incident/written-part";
import type { WrittenTime } from "#knowledge/incident/written-time-form";
import { readTimeAt } from "#knowledge/incident/written-time-form";

/** The time with which a line begins, and what stands behind it. */
export interface TimeLead {
  /** Null where a sign such as `???` stands for a time that nobody knows. */
  readonly written: WrittenTime | null;
  /** The time as it stands there, without marks. */
  readonly typed: string;
  /** The rest of the line, marks and all. */
  readonly rest: string;
  /** Whether the time was struck through. */
  readonly isStruck: boolean;
}

// Marks of emphasis, brackets, code and pictures that may stand before a time.
const opening =
  /(?:\*\*\*?|__?|\*|`|~~|\[|\(|<(?:b|strong|code|time|s|del|u|em|i)\b[^<>]{0,100}>|(?:\p{Extended_Pictographic}|\u{fe0f}|\u{200d}|\u{2022})+|:[a-z0-9_+-]{2,30}:|-(?=\d{1,2}\/)|[ \t])/uy;
const closing =
  /[ \t]*(?:\*\*\*?|__?|\*|`|~~|\]\([^()\s]{0,2000}\)|\](?!\()|\)|<\/(?:b|strong|code|time|s|del|u|em|i)>)/y;
const separator =
  /[ \t]*(?:[-–—]{1,3}>?|:|\||,|;|=>|→|»|·|•|\.(?=[ \t]))(?![-\w])[ \t]*|[ \t]*(?:[–—:|→])[ \t]*|[ \t]+/y;
// Of what nobody opened: a bracket behind the time, and stars that open nothing, since a space follows.
const stray = /[)\]](?=[ \t*_`]|$)|\*\*?(?=[ \t]|$)/y;
const unknown =
  /(?:\?{2,5}(?::\?\?)?|unknown(?: time)?|n\/a|tbd|tbc|time unknown|unclear)(?=[ \t]*(?:[\])|:–—-]|\*\*|`|$))/iy;

/**
 * The time with which a line begins; null when it begins with none. In an item of a list a whole
 * date needs no sign behind it.
 */
export function timeLead(source: string, isItem = false): TimeLead | null {
  const text = source.slice(0, 4000);
  const { marks, at } = openingMarks(text);
  const isMarked = marks.some((mark) => /[*_`[(<~]/.test(mark));
  const read = readTimeAt(text, at, "line");
  if (!read) return unknownLead(source, text, { at, marks, isMarked });
  const { behind, isClosed } = closeMarks(text, read.end, marks);
  const around: Surroundings = {
    typed: text.slice(at, read.end).trim(),
    sign: matchAt(separator, text, behind)?.[0] ?? "",
    isClosed,
    isMarked,
    isEnd: behind >= text.trimEnd().length,
  };
  const isWhole = isItem && isWholeDate(read.value);
  if (!isWhole && !isLead(read.value, around)) return null;
  return leadOf(read.value, {
    around,
    marks,
    rest: restBehind(source, behind, around, marks),
    isItem,
  });
}

/** The place behind the marks that follow a time, and whether any of them was opened before it. */
function closeMarks(text: string, end: number, marks: readonly string[]) {
  const closed = skipMarks(text, end, marks);
  if (closed > end) return { behind: closed, isClosed: true };
  const alone = end + (matchAt(stray, text, end)?.[0].length ?? 0);
  const behind = alone > end ? skipMarks(text, alone, marks) : end;
  return { behind, isClosed: behind > alone };
}

/** What stands behind the sign after a time, and behind marks that were opened before it. */
function restBehind(
  source: string,
  behind: number,
  { sign, isMarked, isClosed }: Surroundings,
  marks: readonly string[],
) {
  const after = behind + sign.length;
  const isOpen = isMarked && !isClosed;
  return source.slice(isOpen ? skipMarks(source.slice(0, 4000), after, marks) : after);
}

/** A time that is struck through gives way to one behind it. */
function leadOf(
  written: WrittenTime,
  found: { around: Surroundings; marks: readonly string[]; rest: string; isItem: boolean },
): TimeLead {
  const { around, marks, rest, isItem } = found;
  const isStruck = marks.some((mark) => mark === "~~" || /^<(?:s|del)\b/.test(mark));
  const told = opened(marks, around.isClosed, rest);
  const lead = { written, typed: around.typed, rest: told, isStruck };
  return isStruck ? (timeLead(rest, isItem) ?? lead) : lead;
}

function isWholeDate({ from: { date } }: WrittenTime): boolean {
  return (date?.year ?? null) !== null && (date?.day ?? null) !== null;
}

/** The marks before a time, and where it would begin. */
function openingMarks(text: string): { marks: string[]; at: number } {
  const marks: string[] = [];
  let at = 0;
  for (let count = 0; count < 12; count++) {
    const mark = matchAt(opening, text, at)?.[0];
    if (mark === undefined) break;
    marks.push(mark);
    at += mark.length;
  }
  return { marks, at };
}

interface Surroundings {
  readonly typed: string;
  readonly sign: string;
  readonly isClosed: boolean;
  readonly isMarked: boolean;
  readonly isEnd: boolean;
}

function isLead(written: WrittenTime, around: Surroundings): boolean {
  const { typed, sign, isClosed, isMarked, isEnd } = around;
  if (!isEnd && sign === "" && !isClosed) return false;
  return isTimeOfEntry(written, sign, isMarked || isEnd || noClock.test(typed));
}

/** A bold or code mark that was opened before the time and not closed behind it goes on in the text. */
function opened(marks: readonly string[], isClosed: boolean, rest: string): string {
  if (isClosed) return rest.trimStart();
  const mark = marks.find((one) => one === "**" || one === "__" || one === "`" || one === "~~");
  return mark !== undefined && rest.includes(mark)
    ? rest.replace(mark, "").trimStart()
    : rest.trimStart();
}

/** The place behind marks that close what was opened; others begin something of the text's own. */
function skipMarks(text: string, at: number, marks: readonly string[]): number {
  const open = marks.map(closedBy);
  let end = at;
  for (let count = 0; count < 6; count++) {
    const mark = matchAt(closing, text, end)?.[0];
    const which = mark === undefined ? -1 : open.indexOf(closedBy(mark.trimStart()));
    if (mark === undefined || which === -1) break;
    open.splice(which, 1);
    end += mark.length;
  }
  return end;
}

/** What closes a mark; of one that closes, itself. */
function closedBy(mark: string): string {
  if (mark === "[" || mark.startsWith("]")) return "]";
  if (mark === "(" || mark === ")") return ")";
  return mark.startsWith("<") ? (/[a-z]+/.exec(mark.toLowerCase())?.[0] ?? mark) : mark;
}

const noClock = /HH:?MM|--:--|\?\?|xx:xx/i;

/** A time of day begins an entry by itself; a date or a year needs a sign or mark with it. */
function isTimeOfEntry({ from, relative }: WrittenTime, sign: string, isSure: boolean): boolean {
  return relative !== null || from.clock !== null || isSure || /[-–—:|→»·]/.test(sign);
}

function unknownLead(
  source: string,
  text: string,
  { at, marks, isMarked }: { at: number; marks: readonly string[]; isMarked: boolean },
): TimeLead | null {
  const match = matchAt(unknown, text, at);
  if (!match || (!isMarked && !match[0].startsWith("?"))) return null;
  const behind = skipMarks(text, at + match[0].length, marks);
  const sign = matchAt(separator, text, behind)?.[0] ?? "";
  const rest = source.slice(behind + sign.length);
  return { written: null, typed: match[0], rest, isStruck: false };
}

/** Whether a text begins with a time of day or a date that could begin an entry. */
export function leadsWithTime(source: string): boolean {
  return timeLead(source) !== null;
}

/** Whether a line closes a bracket behind its first words that stands open in the text above. */
export function closesBracket(source: string, above: string): boolean {
  const sign = /^[^()[\]]{1,30}([)\]])/.exec(source)?.[1];
  const partner = sign === ")" ? "(" : "[";
  return sign !== undefined && above.lastIndexOf(partner) > above.lastIndexOf(sign);
}
