import { plainWords } from "./plain-words";

const actionHead =
  /action|task|item|to-?do|what|description|measure|recommendation|follow|improvement|summary|title|step|change/i;
const ownerHead = /owner|who|assignee|responsible|\bdri\b|team|person|lead|poc/i;
const dueHead = /due|deadline|target|\beta\b|when|date/i;
const stateHead = /status|state|done|progress|complete/i;
const typeHead = /^(?:action )?(?:type|kind|category)$/i;

/** What each column of a table of actions holds; -1 for none. */
export interface ActionColumns {
  readonly text: number;
  readonly owner: number;
  readonly due: number;
  readonly state: number;
  readonly type: number;
}

/** What the columns of a table hold by their heads. */
export function actionColumns(header: readonly string[]): ActionColumns {
  const heads = header.map((head) => plainWords(head));
  const isText = (head: string) => actionHead.test(head) && !/^#|\b(?:id|type)\b/i.test(head);
  const text = heads.findIndex(isText);
  const find = (pattern: RegExp) =>
    heads.findIndex((head, index) => index !== text && pattern.test(head));
  return {
    text,
    owner: find(ownerHead),
    due: find(dueHead),
    state: find(stateHead),
    type: find(typeHead),
  };
}

const longestHead = 40;
const todoHead =
  /^(?:(?:corrective|preventi(?:ve|on)|remediation|follow[- ]?up|proposed|planned) )?(?:actions?(?: items?| points?)?|action items?|tasks?|items?|to-?dos?|measures?|follow[- ]?ups?|recommendations?|improvements?|work items?|description|what)\b/i;
const strictDue = /\bdue\b|deadline|target|\beta\b/i;

/**
 * Whether heads are those of actions wherever they stand: what is to be done, and two more of whose
 * it is, by when, its state and its type. A time and an "Action" make a timeline.
 */
export function isActionHeader(header: readonly string[]): boolean {
  const heads = header.map((head) => plainWords(head));
  if (heads.length < 3 || heads.some(({ length }) => length > longestHead)) return false;
  const { text, owner, state, type } = actionColumns(heads);
  const due = heads.findIndex((head, index) => index !== text && strictDue.test(head));
  const others = [owner, due, state, type].filter((index) => index !== -1);
  const isTimed = heads.some((head) => /^(?:time|timestamp|when)\b/i.test(head));
  return todoHead.test(heads[text] ?? "") && new Set(others).size >= 2 && !isTimed;
}
