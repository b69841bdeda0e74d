import { canonicalOf } from "./canonical-heading";
import { actionOf, type ReadAction } from "./action-words";
import { isActionHeader } from "./action-head";
import { tableActions } from "./action-table";
import { isDivider, tableAt } from "./markdown-table";
import { saysNothing } from "./says-nothing";
import { isBrokenIntoLines, linesLookedAt, standsAlone } from "./short-line";
import { beginsItem, itemMark, type SourceLine } from "./source-line";
import { isTemplateHint } from "./template-hint";

/** Reads the actions of a section: rows of a table, items of a list, else paragraphs. */
export function readActions(
  lines: readonly SourceLine[],
  from: number,
  to: number,
  shortcuts: ReadonlySet<string>,
): ReadAction[] {
  const found: ReadAction[] = [];
  // Words around items and tables are about them.
  const hasItems = lines
    .slice(from, to)
    .some(
      (line, at) => line.kind === "text" && (beginsItem(line.text) || isDivider(lines[from + at])),
    );
  const end = hasItems ? to : closingIn(lines, from, to);
  let at = from;
  while (at < end) {
    const table = tableAt(lines, at, end);
    const item = table ? null : itemAt(lines, at, { to: end, hasItems });
    if (table) found.push(...tableActions(table, shortcuts));
    else if (item) found.push(...itemActions(item, shortcuts));
    at = table?.to ?? item?.to ?? at + 1;
  }
  return found.filter(({ text }) => text !== "" && !saysNothing(text));
}

const closing =
  /^(?:we(?: are|['’]re)? (?:(?:very|truly|deeply|sincerely) )?(?:sorry\b(?! (?:page|screen|banner|message|e-?mail|text)s?\b)|apologi[sz]e\b)|(?:with )?(?:(?:kind|best|warm) )?regards(?:[,.!]|$)|(?:yours )?sincerely(?:[,.!]|$)|thank you(?:[,.!]|$| (?:all|again|every(?:one|body)|very much|so much|to|for (?:your|the|bearing|being|reading|using|staying)|in advance)\b))/i;

/** Where a letter takes its leave, whose words are no actions; the end where it does not. */
function closingIn(lines: readonly SourceLine[], from: number, to: number): number {
  const at = lines.slice(from, to).findIndex(({ text }) => closing.test(text));
  return at === -1 ? to : from + at;
}

/**
 * Actions of a section about something else: below a line or item that only names them, such as
 * "- **Review actions**:" and "**Next steps:** …", and rows of tables whose heads say what they are.
 */
export function actionsAmong(
  lines: readonly SourceLine[],
  from: number,
  to: number,
  shortcuts: ReadonlySet<string>,
): ReadAction[] {
  const labelled = labelledActions(lines, from, to, shortcuts);
  const found: ReadAction[] = [];
  for (let at = from; at < to; at++) {
    const table = tableAt(lines, at, to);
    if (!table) continue;
    const isRead = labelled.some((action) => action.from < table.to && action.to > table.from);
    if (!isRead && table.header && isActionHeader(table.header)) {
      found.push(...tableActions(table, shortcuts));
    }
    at = table.to - 1;
  }
  return [...labelled, ...found].toSorted((a, b) => a.from - b.from);
}

function labelledActions(
  lines: readonly SourceLine[],
  from: number,
  to: number,
  shortcuts: ReadonlySet<string>,
): ReadAction[] {
  return lines.slice(from, to).flatMap((line, index): ReadAction[] => {
    if (!namesActions(line)) return [];
    const at = from + index + 1;
    const isItem = itemMark(line.text) !== "";
    const end = isItem ? endOfNested(lines, line, { at, to }) : endOfList(lines, at, to);
    return end === null ? [] : readActions(lines, at, end, shortcuts);
  });
}

const name =
  /^(?:\*\*|__)?([^:*_]{4,60})(?:(?:\*\*|__)?[ \t]*:?(?:\*\*|__)?$|:(?:\*\*|__)|(?:\*\*|__)[ \t]*:)/;

function namesActions({ kind, text }: SourceLine): boolean {
  if (kind !== "text") return false;
  const named = name.exec(text.slice(itemMark(text).length))?.[1];
  return named !== undefined && canonicalOf(named) === "actions";
}

function endOfNested(
  lines: readonly SourceLine[],
  { indent }: SourceLine,
  { at, to }: { at: number; to: number },
): number {
  let end = at;
  while (end < to && (lines[end]?.kind === "blank" || (lines[end]?.indent ?? 0) > indent)) end += 1;
  return end;
}

/** Where the list ends that follows; null where none does. */
function endOfList(lines: readonly SourceLine[], at: number, to: number): number | null {
  let end = at;
  let hasItem = false;
  for (; end < to; end++) {
    const line = lines[end];
    if (!line || line.kind === "blank") continue;
    const isItem = beginsItem(line.text);
    if (!isItem && line.indent === 0) break;
    hasItem ||= isItem;
  }
  return hasItem ? end : null;
}

interface Item {
  readonly from: number;
  readonly to: number;
  readonly pieces: readonly {
    readonly text: string;
    readonly isItem: boolean;
    readonly line: number;
  }[];
}

/** An item with all that is nested in it; where there are no items, a paragraph or a line of it. */
function itemAt(
  lines: readonly SourceLine[],
  at: number,
  { to, hasItems }: { to: number; hasItems: boolean },
): Item | null {
  const line = lines[at];
  if (!line || line.kind !== "text" || isTemplateHint(line)) return null;
  const isItem = beginsItem(line.text);
  if (hasItems && !isItem) return null;
  const end = isItem ? endOfItem(lines, at, to) : endOfParagraph(lines, at, to);
  const pieces = lines.slice(at, end).flatMap(({ kind, text }, index) => {
    const itsMark = itemMark(text);
    const isPiece = index === 0 || beginsItem(text);
    const piece = { text: text.slice(itsMark.length), isItem: isPiece, line: at + index };
    return kind === "text" ? [piece] : [];
  });
  return { from: at, to: end, pieces };
}

/** A paragraph ends at a blank line; lines that are too short to have been broken are one each. */
function endOfParagraph(lines: readonly SourceLine[], at: number, to: number): number {
  const near = lines.slice(at, Math.min(to, at + linesLookedAt));
  const length = near.findIndex((line) => !isOfParagraph(line));
  const paragraph = near.slice(0, length === -1 ? near.length : length);
  const isBroken = isBrokenIntoLines(paragraph.map(({ text }) => text));
  let end = at + 1;
  while (end < to) {
    const [before, next] = [lines[end - 1], lines[end]];
    if (!before || !next || !isOfParagraph(next)) break;
    if (standsAlone(next.text, before.text, isBroken)) break;
    end += 1;
  }
  return end;
}

function isOfParagraph({ kind, text }: SourceLine): boolean {
  return kind === "text" && !text.startsWith("|");
}

function endOfItem(lines: readonly SourceLine[], at: number, to: number): number {
  const indent = lines[at]?.indent ?? 0;
  let last = at + 1;
  for (const [index, next] of lines.slice(at + 1, to).entries()) {
    const end = at + 1 + index;
    if (next.kind === "comment" || next.text.startsWith("|")) break;
    if (next.kind === "blank") continue;
    const isNew = end > last || beginsItem(next.text);
    if (next.indent <= indent && isNew) break;
    last = end + 1;
  }
  return last;
}

/** "Short term:" above nested items is a heading of theirs; else what is nested belongs to the action. */
function itemActions({ from, to, pieces }: Item, shortcuts: ReadonlySet<string>): ReadAction[] {
  const [head, ...nested] = pieces;
  if (!head) return [];
  const isHeading = /:[*_ \t]*$/.test(head.text) && nested.some(({ isItem }) => isItem);
  if (!isHeading) return [actionOf(textOf(pieces), { from, to }, shortcuts)];
  const groups = nested.reduce<(typeof nested)[]>((all, piece) => {
    if (piece.isItem || all.length === 0) all.push([piece]);
    else all.at(-1)?.push(piece);
    return all;
  }, []);
  return groups.map((group) => {
    const first = group[0]?.line ?? from;
    return actionOf(
      textOf(group),
      { from: first, to: (group.at(-1)?.line ?? first) + 1 },
      shortcuts,
    );
  });
}

function textOf(pieces: Item["pieces"]): string {
  return pieces.reduce((text, piece, index) => {
    if (index === 0) return piece.text;
    return `${text}${piece.isItem ? "\n" : " "}${piece.text}`;
  }, "");
}
