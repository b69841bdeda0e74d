import type { DraftLines } from "./draft-lines";
import { tableAt, type Table } from "./markdown-table";
import type { SourceLine } from "./source-line";

/** Drops the heads of tables of which every row is placed: a head alone says nothing. */
export function dropEmptyTableHeads(source: readonly SourceLine[], account: DraftLines): void {
  let at = 0;
  while (at < source.length) {
    const table = tableAt(source, at, source.length);
    if (!table) {
      at += 1;
      continue;
    }
    const isEmpty =
      table.headLines > 0 &&
      table.rows.length > 0 &&
      table.rows.every(({ line }) => !account.isFree(line));
    if (isEmpty) dropHead(table, account);
    at = table.to;
  }
}

/** Drops the head of a table whose rows are in the record, and the line below it. */
export function dropHead({ headLines, from }: Table, account: DraftLines): void {
  for (let line = from; line < from + headLines; line += 1) {
    account.drop(line, "It is the head of a table whose rows are in the record.");
  }
}
