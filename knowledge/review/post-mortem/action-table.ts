import { actionColumns, type ActionColumns } from "./action-head";
import { actionOf, type ReadAction } from "./action-words";
import { withBreaks, type Table, type TableRow } from "./markdown-table";
import { addressesIn, plainWords } from "./plain-words";

const done =
  /^(?:done|completed?|closed|fixed|merged|resolved|shipped|yes|✅|✓|✔️?|☑️?|☒|\[[xX✓✔]\]|(?:x|y|true|100 ?%)$|:white_check_mark:)/i;

/** The actions of a table, one a row; rows that a template left empty are none. */
export function tableActions(table: Table, shortcuts: ReadonlySet<string>): ReadAction[] {
  const head = table.header ?? [];
  const columns = actionColumns(head);
  const numbers = head.findIndex((cell) => rowNumber.test(cell.trim()));
  return table.rows.flatMap((row) => rowAction(withoutNumber(row, numbers), columns, shortcuts));
}

const rowNumber = /^(?:#|no|nr|№)\.?$/i;

/** A row without the number that only counts it. */
function withoutNumber({ cells, line }: TableRow, at: number): TableRow {
  const isCount = /^\d{1,3}\.?$/.test(cells[at]?.trim() ?? "");
  return { line, cells: isCount ? cells.with(at, "") : cells };
}

function rowAction(
  { cells, line }: TableRow,
  columns: ActionColumns,
  shortcuts: ReadonlySet<string>,
): ReadAction[] {
  const longest = cells.reduce(
    (best, cell, index) => (cell.length > (cells[best] ?? "").length ? index : best),
    0,
  );
  const at = columns.text === -1 ? longest : columns.text;
  const text = cells[at] ?? "";
  if (isPlaceholder(text)) return [];
  const action = actionOf(withBreaks(text), { from: line, to: line + 1 }, shortcuts);
  const cell = (index: number) => plainWords(cells[index] ?? "") || null;
  const named = [at, columns.owner, columns.due, columns.state, columns.type];
  const link = addressesIn(cells.join(" "))[0] ?? null;
  const others = cells.flatMap((one, index) =>
    named.includes(index) || plainWords(one) === link ? [] : [signIn(one)],
  );
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
      link,
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
