import { namedLists } from "#knowledge/incident/row-id";

import { isUnnamed, type Draft } from "./draft";
import { withRenamedCitation } from "./merge/citations";
import { withRenamedAnchors } from "./merge/row-anchors";
import type { Renames } from "./merge/own-ids";

type Ids = ReadonlyMap<string, string>;

/** The draft with other ids for some of its rows and sources, wherever these are named; itself where it has none of them. */
export function renameRows(draft: Draft, renames: Renames): Draft {
  if (!isConcerned(draft, renames)) return draft;
  const { record, story, unfinished, setAside, zone } = draft;
  const ofRow = (id: string) => renames.rows.get(id) ?? id;
  const ofSource = (id: string) => renames.sources.get(id) ?? id;
  const rename = <Row extends { readonly id: string }>(rows: readonly Row[]): Row[] =>
    rows.map((row) => ({ ...row, id: ofRow(row.id) }));
  const citing = <Row extends { readonly source: readonly string[] }>(rows: readonly Row[]) =>
    rows.map((row) => ({ ...row, source: row.source.map(ofSource) }));
  return {
    record: {
      ...record,
      impact: citing(record.impact),
      timeline: citing(rename(record.timeline)),
      factors: citing(rename(record.factors)),
      changes: citing(record.changes),
      claims: rename(record.claims).map((claim) => ({
        ...claim,
        positions: claim.positions.map((one) => ({ ...one, source: ofSource(one.source) })),
      })),
      actions: rename(record.actions).map((action) => ({
        ...action,
        factors: action.factors.map(ofRow),
      })),
      sources: record.sources.map((source) => ({ ...source, id: ofSource(source.id) })),
    },
    story: story.map((section) => sectionRenamed(section, renames)),
    unfinished: Object.fromEntries(
      Object.entries(unfinished).map(([place, text]) => [placeRenamed(place, renames), text]),
    ),
    setAside: setAside.map((one) => ({ ...one, place: placeRenamed(one.place, renames) })),
    zone,
  };
}

const named: ReadonlySet<string> = new Set(namedLists);

/** The place of a row or source that has another id now. Rows of other lists have a number, which may look like an id. */
export function placeRenamed(place: string, { rows, sources }: Renames): string {
  const [list = "", id = "", ...rest] = place.split(".");
  // Positions of a claim are known by their number, and so is the claim there.
  if (!named.has(list) || rest[0] === "positions") return place;
  const now = (list === "sources" ? sources : rows).get(id);
  return now === undefined ? place : [list, now, ...rest].join(".");
}

/** The ids that rows without any have got: those of sources begin in the same way. */
export function renamesOf(names: Ids): Renames {
  return { rows: names, sources: new Map([...names].filter(([from]) => isUnnamed(from))) };
}

function isConcerned({ record }: Draft, { rows, sources }: Renames): boolean {
  return namedLists.some((list) => {
    const ids = list === "sources" ? sources : rows;
    return ids.size > 0 && record[list].some(({ id }) => ids.has(id));
  });
}

function sectionRenamed<Section extends { readonly body: string }>(
  section: Section,
  { rows, sources }: Renames,
): Section {
  let body = withRenamedAnchors(section.body, rows);
  for (const [from, to] of sources) body = withRenamedCitation(body, from, to);
  return body === section.body ? section : { ...section, body };
}
