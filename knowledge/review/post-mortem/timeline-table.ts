import { readDateAt } from "#knowledge/incident/written-date";
import { afterSpaces } from "#knowledge/incident/written-part";
import { readTimeAt, type WrittenTime } from "#knowledge/incident/written-time-form";

import { dayLine } from "./day-line";
import { isActionHeader } from "./action-head";
import { withBreaks, type Table, type TableRow } from "./markdown-table";
import { plainWords } from "./plain-words";
import type { TimelinePart, TimelineRow } from "./timeline-row";
import { zoneNamedIn } from "./zone-declaration";

/** What each column of a timeline's table holds; -1 for none. */
interface Columns {
  readonly date: number;
  readonly time: number;
  readonly until: number;
  readonly who: number;
  readonly aside: ReadonlySet<number>;
  /** A year that the head of the dates' column names. */
  readonly year: string;
}

const timeHead =
  /\b(?:time|times|date|when|timestamp|day|hour|clock|utc|gmt|[pmce][sd]?t|cest?|ist|bst|uhrzeit|zeit|datum|moment)\b|^t\+?$|^t[+-]/i;
const noTimeHead = /\btime (?:to|spent|taken|lost)\b|duration|elapsed/i;
const dateHead = /\b(?:date|day|datum)\b/i;
const untilHead = /^(?:end|until|to|ended|end time|finish)\b/i;
const whoHead =
  /^(?:who|actor|owner|by|person|people|author|responder|who\/what|team|participant|reporter|name)\b/i;
const asideHead =
  /^(?:(?:data )?links?|evidence|sources?|references?|urls?|screenshots?|graphs?|#|no\.?|nr\.?|id|type|kind|category|phase|duration|elapsed.*|delta|time (?:to|spent|since).*)$/i;

/** Whether a table may be a timeline: it has a column of times. */
export function isTimelineTable(table: Table): boolean {
  if (table.header && isActionHeader(table.header)) return false;
  if (table.header) return table.header.some((head) => isTimeHead(head)) && table.header.length > 1;
  const timed = table.rows.filter(({ cells }) => cellTime(cells[0] ?? "") !== null);
  return timed.length >= 2 && timed.length * 2 >= table.rows.length;
}

/** Whether the head of a column says that it holds times. */
export function isTimeHead(head: string): boolean {
  const plain = plainWords(head);
  return plain.length < 60 && timeHead.test(plain) && !noTimeHead.test(plain);
}

/** The entries of a timeline's table, with the zone that the head of its column names. */
export function tableParts(table: Table, header: readonly string[] | null): TimelinePart[] {
  const columns = columnsOf(header ?? []);
  const zone = zoneNamedIn(header?.[columns.time] ?? "");
  const declared: TimelinePart[] = zone ? [{ kind: "zone", zone, line: table.from }] : [];
  return [...declared, ...table.rows.flatMap((row) => rowParts(row, columns))];
}

function columnsOf(header: readonly string[]): Columns {
  const heads = header.map((head) => plainWords(head));
  const times = heads.flatMap((head, index) => (isTimeHead(head) ? [index] : []));
  const days = times.filter((index) => isDateOnly(heads[index] ?? ""));
  const clocks = times.filter((index) => !days.includes(index));
  const date = days.find((index) => !/^day$/i.test(heads[index] ?? "")) ?? days[0] ?? -1;
  const time = clocks[0] ?? (date === -1 ? 0 : date);
  const others = times.filter((index) => index !== date && index !== time);
  const aside = heads.flatMap((head, index) =>
    asideHead.test(head) && index !== time ? [index] : [],
  );
  return {
    date: date === time ? -1 : date,
    time,
    until: heads.findIndex((head) => untilHead.test(head)),
    who: heads.findIndex((head, index) => whoHead.test(head) && index !== time),
    aside: new Set([...aside, ...others]),
    year: /\b(?:19|20)\d{2}\b/.exec(heads[date] ?? "")?.[0] ?? "",
  };
}

function isDateOnly(head: string): boolean {
  return dateHead.test(head) && !/time|hour|clock/i.test(head);
}

function rowParts({ cells, line }: TableRow, columns: Columns): TimelinePart[] {
  const markdown = textOf(cells, columns);
  const alone = markdown === "" ? dayLine(cells.join(" ")) : null;
  if (alone) return [{ kind: "day", date: alone.date, line }];
  const { date, time, typed } = timesOf(cells, columns);
  if (markdown === "" || isHint(typed, markdown)) return [];
  const row: TimelineRow = {
    kind: "row",
    written: cellTime(typed) ?? cellTime(time),
    typed,
    markdown,
    aside: cells.filter((cell, index) => columns.aside.has(index) && cell !== "").join("; "),
    from: line,
    to: line + 1,
    isStruck: /^~~.*~~$/.test(markdown),
    form: "table",
  };
  const known = row.written?.from.date === null ? readDateAt(date, 0, true) : null;
  return known ? [{ kind: "day", date: known.value, line }, row] : [row];
}

function textOf(cells: readonly string[], columns: Columns): string {
  const texts = cells.filter((cell, index) => cell !== "" && isText(index, columns));
  return withWho(cells[columns.who] ?? "", withBreaks(texts.join(" | ")));
}

/** Date and time as they stand in their columns, and both with the end as one would write them. */
function timesOf(cells: readonly string[], columns: Columns) {
  const cell = (index: number) => plainWords(cells[index] ?? "");
  const [day, time, until] = [cell(columns.date), cell(columns.time), cell(columns.until)];
  const isWhole = day === "" || columns.year === "" || /\d{4}/.test(day);
  const date = isWhole ? day : `${day} ${columns.year}`;
  const range = until === "" ? time : `${time} – ${until}`;
  return { date, time, typed: [date, range].filter(Boolean).join(" ") };
}

function isText(index: number, { date, time, until, who, aside }: Columns): boolean {
  return index !== date && index !== time && index !== until && index !== who && !aside.has(index);
}

function withWho(who: string, text: string): string {
  if (who === "" || text === "") return who === "" ? text : who;
  return `${who}: ${text}`;
}

/** The time in a cell; words that stand behind it are passed over. */
export function cellTime(cell: string): WrittenTime | null {
  const text = plainWords(cell).slice(0, 200);
  const start = /^[[(]/.test(text) ? 1 : 0;
  const read = readTimeAt(text, start, "cell");
  if (!read) return null;
  const behind = text.slice(afterSpaces(text, read.end));
  return behind === "" || /^[^\p{L}\p{N}]|^[a-z(]/u.test(behind) ? read.value : null;
}

const noTime = /(?:HH?:?MM|hh?:mm|--:--|xx:xx|\?\?:\?\?|YYYY|\d{2}xx)/;
const sample =
  /^(?:[[<{_*]*(?:short )?(?:event|description|action|what happened|details?|example|e\.g\.)?[ \t]*(?:description|details?|here)?[\]>}_*]*\.?|\.{2,3}|…|-+)$/i;

/** A row that a template left as it was. */
export function isHint(typed: string, markdown: string): boolean {
  const isUntimed = typed === "" || noTime.test(typed) || /^[[<{]/.test(typed);
  return isUntimed && sample.test(markdown.trim());
}
