import type { IncidentRecord } from "#knowledge/incident/document";
import { longestTexts } from "#knowledge/incident/limits";

type Texts = Readonly<Record<string, string>>;

/**
 * What stands in fields and cannot be read yet, without the fields of rows that the record does not
 * have: nobody sees these, and nobody could mend them. Itself where none of them is gone.
 */
export function presentTexts(unfinished: Texts, record: IncidentRecord): Texts {
  const all = Object.entries(unfinished);
  const present = all.filter(([place]) => isPresent(place, record));
  return present.length === all.length ? unfinished : Object.fromEntries(present);
}

/** Whether a record has the row of a field; what stands in no row is always there. */
function isPresent(place: string, record: IncidentRecord): boolean {
  const [list = "", row, key, nth] = place.split(".");
  const rows: unknown = Reflect.get(record, list);
  if (row === undefined || !Array.isArray(rows)) return true;
  // One that is too long for a list of texts is not in it, so its place is where it comes back.
  if (list in longestTexts.lists) return true;
  // Positions of a claim are known by their number, and so is the claim there.
  if (key === "positions") return record.claims[Number(row)]?.positions[Number(nth)] !== undefined;
  return rows.some((one: unknown, at) => idOf(one, at) === row);
}

function idOf(row: unknown, at: number): unknown {
  const id: unknown = typeof row === "object" && row !== null ? Reflect.get(row, "id") : undefined;
  return id ?? String(at);
}

/**
 * The texts of rows that are known by their number, after rows were put elsewhere: `to` gives where
 * the row of a number stands now, null where it went. `list` is `claims` or `claims.0.positions`.
 */
export function renumberedTexts(
  unfinished: Texts,
  list: string,
  to: (at: number) => number | null,
): Texts {
  const moved = Object.entries(unfinished).flatMap(([place, text]): [string, string][] => {
    const [number, ...rest] = place.startsWith(`${list}.`)
      ? place.slice(list.length + 1).split(".")
      : [];
    if (number === undefined || !/^\d+$/.test(number)) return [[place, text]];
    const now = to(Number(number));
    return now === null ? [] : [[[list, now, ...rest].join("."), text]];
  });
  return Object.fromEntries(moved);
}
