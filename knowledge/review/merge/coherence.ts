import { incoherences, repeatedIds } from "#knowledge/incident/coherence";
import { WholeRecord, type IncidentDocument } from "#knowledge/incident/document";
import { limits } from "#knowledge/incident/limits";
import { faultsBeforeParsing } from "#knowledge/text/story-limits";

import { withoutLongTexts } from "../long-texts";
import { type Conflict, type Fields, within } from "./conflict";
import { isSame } from "./equality";
import { type Merged, pick, valueConflict } from "./field";
import { rowsIn } from "./rows";
import type { Three } from "./three-way";

/**
 * What two well-formed documents can break between them, although each row is well formed: too many
 * headline figures, and an end before the beginning.
 */
export function madeCoherent(merged: Merged<Fields>, records: Three<Fields>): Merged<Fields> {
  return withTimesOfOne(withFewFigures(merged, records), records);
}

/** Of more figures than a document may have, ours step back: they are in conflicts. */
function withFewFigures({ item, conflicts }: Merged<Fields>, records: Three<Fields>) {
  const rows = rowsIn({
    base: records.base.impact,
    ours: item.impact,
    theirs: records.theirs.impact,
  });
  const impact = [...rows.ours];
  let surplus = impact.filter(({ figure }) => figure !== undefined).length - limits.figures;
  if (surplus <= 0) return { item, conflicts };
  const theirs = new Set(rows.theirs.map(({ figure }) => figure));
  const more: Conflict[] = [];
  for (const [at, { figure, ...row }] of [...impact.entries()].toReversed()) {
    if (surplus === 0 || figure === undefined || theirs.has(figure)) continue;
    impact[at] = row;
    surplus -= 1;
    const conflict = valueConflict(["figure"], { base: {}, ours: { figure }, theirs: {} });
    more.push(...within("impact", within(at, [conflict])));
  }
  return { item: { ...item, impact }, conflicts: [...conflicts, ...more] };
}

const times = ["started", "mitigated", "resolved"];

/** Times that cannot hold together are chosen together; until then theirs stand. */
function withTimesOfOne({ item, conflicts }: Merged<Fields>, records: Three<Fields>) {
  const record = WholeRecord.safeParse(item);
  const isTorn =
    record.success &&
    incoherences({ record: record.data, story: "" }).some(({ path }) =>
      times.includes(String(path[0])),
    );
  if (!isTorn || isSame(pick(times, records.ours), pick(times, records.theirs))) {
    return { item, conflicts };
  }
  const others = Object.entries(item).filter(([key]) => !times.includes(key));
  return {
    item: { ...Object.fromEntries(others), ...pick(times, records.theirs) },
    conflicts: [
      ...conflicts.filter(
        (one) => !(one.kind === "value" && one.keys.every((key) => times.includes(key))),
      ),
      valueConflict(times, records),
    ],
  };
}

/** What the authors' own texts lack or get wrong: somebody is still writing them. */
export function knownFaults(documents: readonly IncidentDocument[]): Set<string> {
  return new Set(documents.flatMap((one) => incoherences(one).map(({ message }) => message)));
}

/**
 * The document of merged values, when it can be saved; null when it is not well formed, or when
 * something does not hold together that did for both authors.
 */
export function wellFormed(
  fields: Fields,
  story: string,
  known: ReadonlySet<string>,
): IncidentDocument | null {
  const record = WholeRecord.safeParse(fields);
  if (!record.success) return null;
  const document = { record: record.data, story };
  return isNoWorse(document, known) && isOfSavableSize(document) ? document : null;
}

function isNoWorse(document: IncidentDocument, known: ReadonlySet<string>): boolean {
  return (
    repeatedIds(document.record).length === 0 &&
    incoherences(document).every(({ message }) => known.has(message)) &&
    faultsBeforeParsing(document.story).length === 0
  );
}

// What the one style of writing adds to a record is less than this share of a full document.
const sureToFit = limits.documentBytes * 0.6;

function isOfSavableSize({ record, story }: IncidentDocument): boolean {
  const saved = JSON.stringify(withoutLongTexts(record).record) + story;
  return new TextEncoder().encode(saved).length <= sureToFit;
}
