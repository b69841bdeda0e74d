import type { IncidentDocument, IncidentRecord } from "#knowledge/incident/document";
import { rowId, rowIdsOf, rowLists } from "#knowledge/incident/row-id";
import { slugOf } from "#knowledge/text/slug-of";

import { withRenamedCitation } from "./citations";
import type { Fields } from "./conflict";
import { isSame } from "./equality";
import { withRenamedAnchors } from "./row-anchors";
import { isOneRow } from "./rows";
import type { Three } from "./three-way";
import { wordingOf } from "./wording";

type Documents = Three<IncidentDocument>;

type RowList = (typeof rowLists)[number];

/** New ids by those before, of rows and of sources: a row and a source may be called alike. */
export interface Renames {
  readonly rows: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, string>;
}

/** Documents with ids of their own, and what was renamed for that by either author. */
export interface OwnIds {
  readonly documents: Documents;
  readonly renames: { readonly ours: Renames; readonly theirs: Renames };
}

/**
 * The documents with an id of its own for every row and source that will stand in the merged one:
 * two authors who add rows of one wording give them one id. What was added gets the new id, ours
 * before theirs; what names it in the same document follows. A new id is none of `used`, which rows
 * had that were removed before.
 */
export function withOwnIds(documents: Documents, used: ReadonlySet<string>): OwnIds {
  const sources = new Map<string, string>();
  const rows = { ours: new Map<string, string>(), theirs: new Map<string, string>() };
  let own = withOwnSources(documents, { used, sources });
  // Every round settles one id; there are no more than rows.
  for (let collision = collisionIn(own); collision; collision = collisionIn(own)) {
    const id = newIdFor(own, collision.row, used);
    for (const side of collision.sides) rows[side].set(collision.row.id, id);
    own = withNewId(own, collision, id);
  }
  const renames = {
    ours: { rows: rows.ours, sources },
    theirs: { rows: rows.theirs, sources: new Map<string, string>() },
  };
  return { documents: own, renames };
}

function withOwnSources(
  documents: Documents,
  { used, sources }: { used: ReadonlySet<string>; sources: Map<string, string> },
): Documents {
  const { base, ours, theirs } = documents;
  const known = new Set(base.record.sources.map(({ id }) => id));
  const added = new Map(theirs.record.sources.map((source) => [source.id, source]));
  const taken = new Set([
    ...used,
    ...[base, ours, theirs].flatMap(({ record }) => record.sources.map(({ id }) => id)),
  ]);
  let own = ours;
  for (const source of ours.record.sources) {
    const other = known.has(source.id) ? undefined : added.get(source.id);
    if (other === undefined || isOneRow("sources", source, other)) continue;
    const id = slugOf(source.id, taken);
    taken.add(id);
    sources.set(source.id, id);
    own = withRenamedSource(own, source.id, id);
  }
  return { base, ours: own, theirs };
}

function withRenamedSource({ record, story }: IncidentDocument, from: string, to: string) {
  const renamed = (id: string) => (id === from ? to : id);
  const inRow = <Row extends { source: string[] }>(row: Row): Row => ({
    ...row,
    source: row.source.map(renamed),
  });
  return {
    record: {
      ...record,
      impact: record.impact.map(inRow),
      timeline: record.timeline.map(inRow),
      factors: record.factors.map(inRow),
      changes: record.changes.map(inRow),
      claims: record.claims.map((claim) => ({
        ...claim,
        positions: claim.positions.map((one) => ({ ...one, source: renamed(one.source) })),
      })),
      sources: record.sources.map((source) => ({ ...source, id: renamed(source.id) })),
    },
    story: withRenamedCitation(story, from, to),
  };
}

type Side = "ours" | "theirs";

/** A row that will stand in the merged document. */
interface Standing {
  readonly list: RowList;
  readonly id: string;
  readonly wording: string;
  /** Who added it since the base; nobody, when it was there. */
  readonly addedBy: readonly Side[];
}

interface Collision {
  readonly row: Standing;
  /** In whose documents the row gets another id. */
  readonly sides: readonly Side[];
}

function collisionIn(documents: Documents): Collision | null {
  const standing = new Map<string, Standing>();
  for (const row of rowLists.flatMap((list) => standingIn(documents, list))) {
    const other = standing.get(row.id);
    if (!other) standing.set(row.id, row);
    else if (row.addedBy.length + other.addedBy.length > 0) return collisionOf(row, other);
  }
  return null;
}

function collisionOf(one: Standing, other: Standing): Collision {
  const [row] = [one, other].toSorted((a, b) => preferenceOf(b) - preferenceOf(a));
  return { row: row ?? one, sides: (row ?? one).addedBy };
}

/** Ours gets the new id rather than theirs, and what stood before both gets none. */
function preferenceOf({ addedBy }: Standing): number {
  if (addedBy.length === 0) return 0;
  return addedBy.includes("theirs") ? 1 : 2;
}

function standingIn({ base, ours, theirs }: Documents, list: RowList): Standing[] {
  const rows = { base: byId(base, list), ours: byId(ours, list), theirs: byId(theirs, list) };
  const ids = new Set([...rows.ours.keys(), ...rows.theirs.keys()]);
  return [...ids].flatMap((id) =>
    fateOf(list, id, {
      base: rows.base.get(id),
      ours: rows.ours.get(id),
      theirs: rows.theirs.get(id),
    }),
  );
}

function byId({ record }: IncidentDocument, list: RowList): Map<string, Fields> {
  const rows: readonly (Fields & { id: string })[] = record[list];
  return new Map(rows.map((row) => [row.id, row]));
}

function fateOf(list: RowList, id: string, row: Three<Fields | undefined>): Standing[] {
  const { base, ours, theirs } = row;
  const standing = (addedBy: readonly Side[]) => {
    const [side] = addedBy;
    return { list, id, addedBy, wording: wordingOf((side ? row[side] : base) ?? {}) };
  };
  if (base) return isGone({ base, ours, theirs }) ? [] : [standing([])];
  if (!ours) return [standing(["theirs"])];
  if (!theirs) return [standing(["ours"])];
  if (isOneRow(list, ours, theirs)) return [standing(["ours", "theirs"])];
  return [standing(["ours"]), standing(["theirs"])];
}

function isGone({ base, ours, theirs }: Three<Fields | undefined>): boolean {
  return (!ours && isSame(theirs, base)) || (!theirs && isSame(ours, base));
}

function newIdFor(
  { base, ours, theirs }: Documents,
  { id, wording }: Standing,
  used: ReadonlySet<string>,
): string {
  const present = [base, ours, theirs].flatMap(({ record }) => [...rowIdsOf(record)]);
  return rowId(wording, new Set([...used, ...present, id]));
}

function withNewId(documents: Documents, { row, sides }: Collision, id: string): Documents {
  const renamed = (side: Side) =>
    sides.includes(side) ? withRenamedRow(documents[side], row, id) : documents[side];
  return { base: documents.base, ours: renamed("ours"), theirs: renamed("theirs") };
}

function withRenamedRow(
  { record, story }: IncidentDocument,
  { list, id: from }: Standing,
  to: string,
): IncidentDocument {
  const renamed = { ...record, [list]: rowsWithNewId(record[list], from, to) };
  const led = withRenamedAnchors(story, new Map([[from, to]]));
  if (list !== "factors") return { record: renamed, story: led };
  const actions = record.actions.map((action) => ({
    ...action,
    factors: action.factors.map((id) => (id === from ? to : id)),
  }));
  return { record: { ...renamed, actions }, story: led };
}

function rowsWithNewId(rows: IncidentRecord[RowList], from: string, to: string) {
  return rows.map((row) => (row.id === from ? { ...row, id: to } : row));
}
