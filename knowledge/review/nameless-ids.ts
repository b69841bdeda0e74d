import type { IncidentRecord } from "#knowledge/incident/document";
import { rowId, rowIdsOf, rowLists } from "#knowledge/incident/row-id";
import { slugWords } from "#knowledge/text/slug-of";

/** What is known of the ids of a record's rows. */
interface Known {
  /** The words by which people are named in a row, or were since it was opened, as `wordsOfName` gives them. */
  readonly namesIn: (id: string) => ReadonlySet<string>;
  /** Ids that rows have, or had. */
  readonly used: ReadonlySet<string>;
  /** Ids that readers have seen: addresses lead to them, so they stay. */
  readonly published: ReadonlySet<string>;
}

/**
 * New ids, by the old ones, for rows whose id has a word of a person's name: it becomes an address,
 * and nobody chose that the name stands in one. The new id is made of the row's words without these.
 */
export function idsWithoutNames(record: IncidentRecord, known: Known): Map<string, string> {
  const taken = new Set([...rowIdsOf(record), ...known.used]);
  const ids = new Map<string, string>();
  for (const list of rowLists) {
    for (const row of record[list]) {
      const names = known.namesIn(row.id);
      if (known.published.has(row.id) || !hasName(row.id, names)) continue;
      const wording = "text" in row ? row.text : row.statement;
      const id = rowId(withoutNames(wording, names) || "row", taken);
      taken.add(id);
      ids.set(row.id, id);
    }
  }
  return ids;
}

/** The words of a name as an id would have them, with the genitive that loses its apostrophe there. */
export function wordsOfName(name: string): string[] {
  const words = slugWords(name);
  return [...words, ...words.map((word) => `${word}s`)];
}

/** Whether an id has one of the words of a name. */
export function hasName(id: string, names: ReadonlySet<string>): boolean {
  return id.split("-").some((word) => names.has(word));
}

function withoutNames(wording: string, names: ReadonlySet<string>): string {
  const words = wording
    .split(/\s+/)
    .filter((word) => !slugWords(word).some((one) => names.has(one)));
  // Signs alone are no words of an id.
  return words.some((word) => slugWords(word).length > 0) ? words.join(" ") : "";
}
