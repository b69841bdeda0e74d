/**
 * A line of a story as a reader of Markdown sees it: `depth` is the number of quotes and list
 * items it stands in, `text` what remains without their marks.
 */
export type StoryLine = {
  number: number;
  kind: "blank" | "code" | "text";
  depth: number;
  text: string;
};

const LINE_END = /\r\n|\n|\r/;
const QUOTES = /^(?: {0,3}> ?)+/;
const LIST_MARK = /^(?:[-+*]|\d{1,9}[.)])(?: {1,4}(?! )| |$)/;
const RULE = /^(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$/;
const FENCE = /^(?:(`{3,})[^`]*|(~{3,}).*)$/;

type Fence = { mark: string; quotes: number; column: number };
type Reading = { items: number[]; fence: Fence | null; last: StoryLine["kind"] };
type Opening = { quotes: number; indent: number; rest: string };

/**
 * Reads the lines of a story without parsing it: fences, indented code, quotes and lists, in time
 * that grows with its length, for checks that must be cheap. Where a parser would look further
 * ahead (a lazy line, a reference definition) this reading may differ from it.
 */
export function readStoryLines(story: string): StoryLine[] {
  const reading: Reading = { items: [], fence: null, last: "blank" };
  return story.split(LINE_END).map((raw, index) => {
    const line = { number: index + 1, ...readLine(raw.replaceAll("\t", "    "), reading) };
    reading.last = line.kind;
    return line;
  });
}

type LineReading = Omit<StoryLine, "number">;

function readLine(raw: string, reading: Reading): LineReading {
  const opening = openingOf(raw);
  const { fence } = reading;
  if (fence && staysInFence(fence, opening)) {
    if (closesFence(fence, opening.rest)) reading.fence = null;
    return { kind: "code", depth: fence.quotes, text: raw };
  }
  reading.fence = null;
  if (opening.rest === "") return { kind: "blank", depth: opening.quotes, text: "" };
  return readWords(opening, reading);
}

function readWords({ quotes, indent, rest }: Opening, reading: Reading): LineReading {
  leaveItems(reading, indent, rest);
  const column = reading.items.at(-1) ?? 0;
  if (indent >= column + 4 && reading.last !== "text") {
    return { kind: "code", depth: quotes + reading.items.length, text: rest };
  }
  const inner = enterContainers(reading, indent, rest);
  const depth = quotes + reading.items.length + inner.quotes;
  const [, ticks, waves] = FENCE.exec(inner.rest) ?? [];
  const mark = ticks ?? waves;
  if (mark === undefined) return { kind: "text", depth, text: inner.rest };
  reading.fence = { mark, quotes, column: reading.items.at(-1) ?? 0 };
  return { kind: "code", depth, text: inner.rest };
}

function openingOf(raw: string): Opening {
  const marks = QUOTES.exec(raw)?.[0] ?? "";
  const body = raw.slice(marks.length);
  const rest = body.trimStart();
  return { quotes: countOf(">", marks), indent: body.length - rest.length, rest: rest.trimEnd() };
}

function staysInFence(fence: Fence, { quotes, indent, rest }: Opening): boolean {
  return quotes >= fence.quotes && (rest === "" || indent >= fence.column);
}

function closesFence(fence: Fence, rest: string): boolean {
  const inner = rest.replace(QUOTES, "").trim();
  return inner.startsWith(fence.mark) && inner === (inner[0] ?? "").repeat(inner.length);
}

function leaveItems(reading: Reading, indent: number, rest: string): void {
  const lazy = reading.last === "text" && !LIST_MARK.test(rest);
  if (lazy) return;
  while ((reading.items.at(-1) ?? 0) > indent) reading.items.pop();
}

/** Goes into the list items and quotes that begin on this line; `items` grows by their columns. */
function enterContainers(reading: Reading, indent: number, text: string) {
  let column = indent;
  let quotes = 0;
  let rest = text;
  for (;;) {
    const quote = /^> ?/.exec(rest)?.[0];
    const item = RULE.test(rest) ? undefined : LIST_MARK.exec(rest)?.[0];
    const mark = quote ?? item;
    if (mark === undefined) return { quotes, rest };
    column += mark.length;
    rest = rest.slice(mark.length).trimStart();
    if (quote === undefined) reading.items.push(column);
    else quotes += 1;
  }
}

function countOf(sign: string, text: string): number {
  return text.split(sign).length - 1;
}
