import { actionOf, type ReadAction } from "./action-words";
import type { Table, TableRow } from "./markdown-table";
import { addressesIn, plainWords } from "./plain-words";

const actionHead =
  /action|task|item|to-?do|what|description|measure|recommendation|follow|improvement|summary|title|step|change/i;
const ownerHead = /owner|who|assignee|responsible|\bdri\b|team|person|lead|poc/i;
const dueHead = /due|deadline|target|\beta\b|when|date/i;
const stateHead = /status|state|done|progress|complete/i;
const typeHead = /^(?:action )?(?:type|kind|category)$/i;
const done =
  /^(?:done|completed?|closed|fixed|merged|resolved|shipped|yes|✅|✔️?|☑|x|:white_check_mark:)/i;

/** What each column of a table of actions holds; -1 for none. */
interface Columns {
  readonly text: number;
  readonly owner: number;
  readonly due: number;
  readonly state: number;
  readonly type: number;
}

/** The actions of a table, one a row; rows that a template left empty are none. */
export function tableActions(table: Table, shortcuts: ReadonlySet<string>): ReadAction[] {
  const columns = columnsOf((table.header ?? []).map((head) => plainWords(head)));
  return table.rows.flatMap((row) => rowAction(row, columns, shortcuts));
}

function columnsOf(heads: readonly string[]): Columns {
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

function rowAction(
  { cells, line }: TableRow,
  columns: Columns,
  shortcuts: ReadonlySet<string>,
): ReadAction[] {
  const longest = cells.reduce(
    (best, cell, index) => (cell.length > (cells[best] ?? "").length ? index : best),
    0,
  );
  const at = columns.text === -1 ? longest : columns.text;
  const text = cells[at] ?? "";
  if (isPlaceholder(text)) return [];
  const action = actionOf(text, { from: line, to: line + 1 }, shortcuts);
  const cell = (index: number) => plainWords(cells[index] ?? "") || null;
  const named = [at, columns.owner, columns.due, columns.state, columns.type];
  const others = cells.flatMap((one, index) => (named.includes(index) ? [] : [signIn(one)]));
  const signs = others.flatMap(({ sign }) => sign ?? []);
  const state = [cell(columns.state), ...signs].filter((one) => one !== null).join(", ");
  return [
    {
      ...action,
      aside: others.flatMap(({ rest }) => (isNothing(rest) ? [] : [rest])),
      type: cell(columns.type),
      state: state === "" ? null : state,
      owner: cell(columns.owner) ?? action.owner,
      due: cell(columns.due),
      link: addressesIn(cells.join(" "))[0] ?? null,
      isDone: action.isDone || done.test(cell(columns.state) ?? "") || signs.includes("DONE"),
    },
  ];
}

const stateSign = /(?:^|[ \t])[*_]{0,3}(DONE|TODO|OPEN|WIP|IN PROGRESS)[*_.]{0,4}$/;

/** Some tables have no column for it and say DONE wherever there is room. */
function signIn(cell: string): { readonly sign: string | null; readonly rest: string } {
  const sign = stateSign.exec(cell)?.[1] ?? null;
  return { sign, rest: sign === null ? cell : cell.replace(stateSign, "").trim() };
}

/** What people write where there is nothing to write. */
function isNothing(cell: string): boolean {
  return /^(?:|n\/?a|none|-+|–|—)$/i.test(plainWords(cell));
}

function isPlaceholder(text: string): boolean {
  const isBracketed = /^[[<{][^[\]<>{}]*[\]>}]$/.test(text);
  return text === "" || isBracketed || /^(?:action(?: item)?s?|description)(?: \d)?$/i.test(text);
}
