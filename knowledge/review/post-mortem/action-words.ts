import { addressesIn, plainWords } from "./plain-words";
import { taskBox } from "./source-line";

/** An action as a review lists it. */
export interface ReadAction {
  /** Its words without marks. */
  readonly text: string;
  /** Its words as they were written, marks and all. */
  readonly markdown: string;
  /** What further columns of a table hold, without the owner's. */
  readonly aside: readonly string[];
  /** As it was written, where the table or its end names one. */
  readonly owner: string | null;
  readonly due: string | null;
  readonly link: string | null;
  readonly isDone: boolean;
  readonly from: number;
  readonly to: number;
}

const doneWords =
  /(?:^|[[(\s])(?:done|completed?|closed|fixed|merged|shipped)[\])]?[.!]?$|^\[?(?:done|completed?)\]?[ \t]*[:–-]|^(?:✅|✔|☑|:white_check_mark:)|(?:✅|✔|☑|:white_check_mark:)$/i;
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
    ...ownerIn(text),
    link,
    isDone: task?.isDone === true || isStruck || doneWords.test(text),
    ...lines,
  };
}

/** "(owner: @net-team, due 2022-04-01)" at the end of an action. */
function ownerIn(text: string): Pick<ReadAction, "owner" | "due"> {
  const said = (ownerAtEnd.exec(text) ?? handleAtEnd.exec(text))?.[1] ?? "";
  const [owner = "", due = null] = said.split(/[ \t]*[,;][ \t]*due:?[ \t]+/i);
  return { owner: owner === "" ? null : owner, due };
}
