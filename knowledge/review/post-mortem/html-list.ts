import { attribute } from "./html-part";

interface List {
  readonly isOrdered: boolean;
  /** Columns before the marks of its items. */
  readonly indent: number;
  count: number;
  /** Columns that the mark of its last item takes: a list within that item begins behind them. */
  width: number;
}

/** Lists and quotations that lie deeper than this are written as deep as this. */
export const deepest = 16;

/** The lists of HTML that are open while it is gone over, and the marks that their items get. */
export class OpenLists {
  private readonly lists: List[] = [];
  /** Whether the task is done whose body comes next; null where the next item is none. */
  private isDone: boolean | null = null;
  /** How much of the line stood there when the number or state of a task began. */
  private ahead = 0;

  get areOpen(): boolean {
    return this.lists.length > 0;
  }

  /** Gives the number of its first item: `start`, where that is one. */
  open(isOrdered: boolean, start: string): number {
    const outer = this.lists.at(-1);
    const isDeep = this.lists.length >= deepest;
    const indent = (outer?.indent ?? 0) + (isDeep ? 0 : (outer?.width ?? 0));
    const first = isOrdered && /^\d{1,8}$/.test(start) ? Number(start) : 1;
    this.lists.push({ isOrdered, indent, count: first - 1, width: 0 });
    return first;
  }

  close(): void {
    this.lists.pop();
  }

  /**
   * The mark of the next item: its indent, a sign or number, and a task's box. `isDone` says what the
   * item itself says; null where that is nothing.
   */
  nextMark(isDone: boolean | null): string {
    this.isDone ??= isDone;
    const list = this.lists.at(-1);
    if (list) list.count += 1;
    const mark = list?.isOrdered ? `${list.count}. ` : "- ";
    if (list) list.width = mark.length;
    return `${" ".repeat(list?.indent ?? 0)}${mark}${this.box()}`;
  }

  private box(): string {
    const { isDone } = this;
    this.isDone = null;
    if (isDone === null) return "";
    return boxFor(isDone);
  }

  /** A tag of Confluence's tasks begins on the line that is being written. */
  beginTask(line: string): void {
    this.ahead = line.length;
  }

  /**
   * The line that is being written when a tag of Confluence's tasks ends: their number and state are
   * text before the body, and say nothing but whether the task is done.
   */
  withoutTaskText(name: string, line: string): string {
    const text = line.slice(this.ahead).trim();
    const before = line.slice(0, this.ahead);
    if (name === "ac:task-id" && /^\d*$/.test(text)) return before;
    if (name !== "ac:task-status" || !/^(?:(?:in)?complete)?$/.test(text)) return line;
    this.isDone = text === "complete";
    return before.trimEnd();
  }
}

function boxFor(isDone: boolean): string {
  return isDone ? "[x] " : "[ ] ";
}

/** Whether an item of a page is a task that is done, by how pages mark it; null where it is none. */
export function taskOf(attributes: string): boolean | null {
  const isTask = /\bdata-(?:inline-task-id|task-id|checked)\b/i.test(attributes);
  const classes = attribute(attributes, "class").toLowerCase().split(/\s+/);
  const isDone =
    classes.some((name) => name === "checked" || name === "done") ||
    attribute(attributes, "data-checked") === "true";
  return isTask || isDone ? isDone : null;
}

/** The box that a field to tick stands for; empty where it is another field. */
export function boxOf(attributes: string): string {
  if (attribute(attributes, "type").toLowerCase() !== "checkbox") return "";
  return boxFor(/(?:^|\s)checked(?:[\s=/]|$)/i.test(attributes));
}

/** Whether a line is nothing yet but the mark of an item. */
export function isOnlyMark(line: string): boolean {
  return /^ *(?:-|\d{1,9}\.) (?:\[[ x]\] )?$/.test(line);
}
