import type { Slug } from "#knowledge/text/slug";
import { slugOf } from "#knowledge/text/slug-of";

import type { IncidentRecord } from "./document";

// Words that begin every other sentence and tell no row from another, and words that want a next one.
const openings = /^(?:(?:a|an|the|that|this)\s+)+/i;
const hanging =
  /(?:-(?:a|an|and|are|as|at|be|been|but|by|for|from|had|has|have|in|into|is|it|its|nor|of|on|or|so|than|that|the|their|to|was|were|when|where|which|while|who|with))+$/;

/**
 * The id of a new row: a few words of its first wording. Given once; later edits and moves leave it
 * alone, because anchors such as `#factor-<id>` are made of it. Only a person's name leaves it, before
 * readers know it. `taken` holds every id that the
 * document has, and those of rows that it had while it was authored here: none of them is used.
 */
export function rowId(wording: string, taken: ReadonlySet<string>): Slug {
  const words = slugOf(wording.trim().replace(openings, ""));
  return slugOf(words.replace(hanging, ""), taken);
}

/** The lists of a record whose rows have ids, of which each is one row's alone. */
export const rowLists = ["timeline", "factors", "claims", "actions"] as const;

/** All lists with ids; a source and a row may be called alike. */
export const namedLists = [...rowLists, "sources"] as const;

/** The ids of all rows of a record. */
export function rowIdsOf(record: IncidentRecord): Set<string> {
  return new Set(rowLists.flatMap((list) => record[list].map(({ id }) => id)));
}
