import type { IncidentDocument } from "#knowledge/incident/document";

import type { Fields } from "./conflict";
import { pairsOf } from "./pairing";
import { rowLikeness } from "./rows";
import type { Three } from "./three-way";

const lists = ["timeline", "factors", "claims", "actions"] as const;
type RowList = (typeof lists)[number];

type Ids = ReadonlyMap<string, string>;

/**
 * New ids for each of three documents, by which a row that one author gave another id is one row in
 * all of them: an id that held a name may be made anew while the other author writes in that row.
 * A row that is gone and one of the same list that has come are one when they share half of their
 * words. Where both authors gave new ids, theirs holds.
 */
export function followedIds(documents: Three<IncidentDocument>): Three<Ids> {
  const followed = {
    base: new Map<string, string>(),
    ours: new Map<string, string>(),
    theirs: new Map<string, string>(),
  };
  const present = { ours: idsIn(documents.ours), theirs: idsIn(documents.theirs) };
  for (const list of lists) {
    const theirs = renamedIn(documents, list, "theirs");
    const ours = renamedIn(documents, list, "ours");
    for (const [from, to] of [...ours, ...theirs]) {
      // An id that the other author gave to something else is no id of this row.
      if (!theirs.has(from) && present.theirs.has(to)) continue;
      if (!ours.has(from) && present.ours.has(to)) continue;
      followed.base.set(from, to);
      followed.theirs.set(from, to);
      const mine = ours.get(from) ?? from;
      if (mine !== to) followed.ours.set(mine, to);
    }
  }
  return followed;
}

function idsIn({ record }: IncidentDocument): Set<string> {
  return new Set(lists.flatMap((list) => record[list].map(({ id }) => id)));
}

/** The new ids of rows that one author named anew, by the ids that they had in the base. */
function renamedIn(
  documents: Three<IncidentDocument>,
  list: RowList,
  side: "ours" | "theirs",
): Map<string, string> {
  const base: readonly Named[] = documents.base.record[list];
  const rows: readonly Named[] = documents[side].record[list];
  const before = idsIn(documents.base);
  const now = idsIn(documents[side]);
  const gone = base.filter(({ id }) => !now.has(id));
  const come = rows.filter(({ id }) => !before.has(id));
  const pairs = pairsOf(gone.map(unnamed), come.map(unnamed), rowLikeness(list));
  return new Map(
    [...pairs].flatMap(([at, from]): [string, string][] => {
      const [id, former] = [come[at]?.id, gone[from]?.id];
      return id === undefined || former === undefined ? [] : [[former, id]];
    }),
  );
}

type Named = Fields & { readonly id: string };

/** The row as it is known again by what it says. */
function unnamed(row: Named): Fields {
  return { ...row, id: "" };
}
