import { namedLists, rowId, rowIdsOf } from "#knowledge/incident/row-id";

import { isUnnamed, type Draft } from "./draft";
import { renameRows, renamesOf } from "./renaming";

/** Words after which a row is named although somebody still writes it. */
const enoughWords = 4;

/**
 * Gives rows their ids, once, of their first words; a name of somebody may leave them before readers
 * know them. With `all` every row that says anything;
 * otherwise those that say enough already, without the word that may be half typed. Gives the draft
 * itself where there is nothing to name, and the new id of every row that was named. No id is one
 * of `used`, which rows had that may be gone by now.
 */
export function withNames(
  draft: Draft,
  all: boolean,
  used: ReadonlySet<string> = new Set(),
): { readonly draft: Draft; readonly names: ReadonlyMap<string, string> } {
  const names = new Map<string, string>();
  const rows = new Set([...rowIdsOf(draft.record), ...used]);
  const sources = new Set([...draft.record.sources.map(({ id }) => id), ...used]);
  for (const list of namedLists) {
    const taken = list === "sources" ? sources : rows;
    for (const row of draft.record[list]) {
      const wording = isUnnamed(row.id)
        ? wordingOf(draft, `${list}.${row.id}`, { row, all })
        : null;
      if (wording === null) continue;
      const id = rowId(wording, taken);
      taken.add(id);
      names.set(row.id, id);
    }
  }
  return names.size === 0
    ? { draft, names }
    : { draft: renameRows(draft, renamesOf(names)), names };
}

function wordingOf(
  { unfinished }: Draft,
  place: string,
  { row, all }: { row: object; all: boolean },
): string | null {
  const words = [
    ...["statement", "text", "title", "at"].map((key): unknown => Reflect.get(row, key)),
    ...Object.entries(unfinished).flatMap(([at, text]) => (at.startsWith(`${place}.`) ? text : [])),
  ].find((text): text is string => typeof text === "string" && text.trim() !== "");
  if (words === undefined) return all && saysMore(row) ? "row" : null;
  if (all) return words;
  const complete = words.match(/\S+(?=\s)/g) ?? [];
  return complete.length >= enoughWords ? complete.join(" ") : null;
}

/** Whether a row without words says something all the same: a class, a source, an address. */
function saysMore(row: object): boolean {
  const url: unknown = Reflect.get(row, "url");
  const lists = Object.values(row).filter((value) => Array.isArray(value));
  return lists.some(({ length }) => length > 0) || (typeof url === "string" && url !== "");
}

/** Whether rows wait for words by which they could be named; until then they are not saved. */
export function hasUnnamed(draft: Draft): boolean {
  return namedLists.some((list) =>
    draft.record[list].some(
      (row) =>
        isUnnamed(row.id) && wordingOf(draft, `${list}.${row.id}`, { row, all: true }) !== null,
    ),
  );
}
