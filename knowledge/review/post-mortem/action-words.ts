import { addressesIn, plainWords } from "./plain-words";
import { dueAtEnd } from "./action-due";
import { taskBox } from "./source-line";

/** An action as a review lists it. */
export interface ReadAction {
  /** Its words without marks. */
  readonly text: string;
  /** Its words as they were written, marks and all. */
  readonly markdown: string;
  /** What further columns of a table hold that is read as nothing else. */
  readonly aside: readonly string[];
  /** What a table's column of types says, such as "mitigate"; null where there is none. */
  readonly type: string | null;
  /** What was read as its state, as it was written: "TODO", "In progress"; null where nothing was. */
  readonly state: string | null;
  /** As it was written, where the table or its end names one. */
  readonly owner: string | null;
  readonly due: string | null;
  readonly link: string | null;
  readonly isDone: boolean;
  readonly from: number;
  readonly to: number;
}

const doneWords =
  /(?:^|[[(\s])(?:done|completed?|closed|fixed|merged|shipped)[\])]?[.!]?$|^\[?(?:done|completed?)\]?[ \t]*[:–-]|^[[(](?:done|completed?|closed|fixed)[\])]|^(?:✅|✔|☑|:white_check_mark:)|(?:✅|✔|☑|:white_check_mark:)$/i;
const boldDone = /^(\*\*|__)(?:done|completed?|closed|fixed)[:.]?\1/i;
const ownerAtEnd =
  /[ \t]*[[(]?\b(?:owner|assignee|dri|assigned to|responsible)[ \t]*:[ \t]*([^()[\]]{1,80}?)[\])]?[.]?$/i;
const handleAtEnd =
  /[ \t]*(?:[-–—(][ \t]*)?(@[\w.-]{1,60}(?:[ \t]*,[ \t]*@[\w.-]{1,60}){0,4})\)?[.]?$/;

/** An action out of its words. */
export function actionOf(
  markdown: string,
  lines: { from: number; to: number },
  shortcuts: ReadonlySet<string>,
): ReadAction {
  const task = taskBox(markdown);
  const source = task ? markdown.slice(task.length) : markdown;
  const text = source
    .split("\n")
    .map((line) => plainWords(line, "dropped", shortcuts))
    .filter(Boolean)
    .join("\n");
  const isStruck = /^~~[\s\S]{1,4000}~~[.]?$/.test(source.trim());
  const [link = null] = addressesIn(source);
  return {
    text,
    markdown: source,
    aside: [],
    type: null,
    state: null,
    ...ownerAndDue(text, task !== null),
    link,
    isDone: task?.isDone === true || isStruck || boldDone.test(source) || doneWords.test(text),
    ...lines,
  };
}

/** The words of an action without the owner at their end; as they are where they name nothing else. */
export function withoutOwner(text: string): string {
  const bare = text.replace(ownerAtEnd, "").replace(handleAtEnd, "").trimEnd();
  return bare === "" ? text : bare;
}

/** Both as the end of an action gives them; a day alone behind a task is when it is due. */
function ownerAndDue(text: string, isTask: boolean): Pick<ReadAction, "owner" | "due"> {
  const read = ownerIn(text);
  if (read.due !== null) return read;
  const last = withoutOwner(text).split("\n").at(-1) ?? "";
  return { ...read, due: dueAtEnd(last, isTask)?.due ?? null };
}

/** "(owner: @net-team, due 2022-04-01)" at the end of an action. */
function ownerIn(text: string): Pick<ReadAction, "owner" | "due"> {
  const said = (ownerAtEnd.exec(text) ?? handleAtEnd.exec(text))?.[1] ?? "";
  const [owner = "", due = null] = said.split(/[ \t]*[,;][ \t]*due:?[ \t]+/i);
  return { owner: owner === "" ? null : owner, due };
}
