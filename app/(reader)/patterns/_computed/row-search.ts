import { paths } from "#app/paths";
import type { TimesRow } from "#knowledge/patterns/times";
import type { View } from "#knowledge/patterns/view";
import { emptyQuery, writeQuery } from "#knowledge/search/query";

/** Where one finds the incidents of a row, the longest first. */
export function rowSearch(row: TimesRow, { role }: View): string {
  const parts = row.class
    ? { class: [row.class.slug], role: role ? [role] : [] }
    : { class: [], role: [] };
  return paths.search(writeQuery({ ...emptyQuery, ...parts, sort: "duration" }));
}
