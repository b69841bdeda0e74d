import { countDocuments } from "#knowledge/search/counting";
import { DocumentSet } from "#knowledge/search/document-set";

import {
  byIncidents,
  classesShown,
  classKeys,
  type ClassCount,
  type ClassCounts,
} from "./class-count";
import { compareMedians, distributionOf, type Distribution } from "./distribution";
import { findSpans, measures, type Measure, type SpanTable } from "./span.store";
import type { View } from "./view";

type Distributions = Readonly<Record<Measure, Distribution>>;

/** How long incidents took, all of them or those that name a class. */
export interface TimesRow {
  /** Null: all incidents. */
  readonly class: ClassCount | null;
  /** How many, whether their records give the times or not. */
  readonly incidents: number;
  readonly times: Distributions;
}

export interface Times {
  readonly all: TimesRow;
  /** By class, in the order of the view. */
  readonly rows: readonly TimesRow[];
}

/** How long it took to detect, mitigate and resolve the incidents of each class that is shown. */
export async function findTimes(counts: ClassCounts, view: View): Promise<Times> {
  const shown = classesShown(counts.classes, view.family);
  const [spans, sets] = await Promise.all([findSpans(), documentsOf(shown, view)]);
  const placeOf = placesById(spans);
  const timesOf = (set: DocumentSet = DocumentSet.empty) =>
    distributionsOf(
      spans,
      Int32Array.from(set.ids()).map((id) => placeOf[id] ?? -1),
    );
  const all = { class: null, incidents: counts.total, times: timesOf(sets[0]) };
  const rows = shown.map((one, at) => ({
    class: one,
    incidents: one.incidents,
    times: timesOf(sets[at + 1]),
  }));
  return { all, rows: inOrder(rows, counts, view) };
}

/** The incidents: all of them, then those of each class. */
async function documentsOf(classes: readonly ClassCount[], { role }: View): Promise<DocumentSet[]> {
  const variations = [
    [],
    ...classes.map(({ slug }) => [{ dimension: "factor" as const, keys: classKeys([slug], role) }]),
  ];
  const { documents } = await countDocuments({
    variations,
    figures: [],
    excludedKeys: [],
    text: null,
    wanted: variations.map((_, at) => at),
  });
  return variations.map((_, at) => documents.get(at)?.whole ?? DocumentSet.empty);
}

/** Where each document's spans stand. Ids are dense enough for an array, which is quick. */
function placesById({ documentIds }: SpanTable): Int32Array {
  const places = new Int32Array(documentIds.reduce((most, id) => Math.max(most, id), 0) + 1);
  places.fill(-1);
  for (const [place, id] of documentIds.entries()) places[id] = place;
  return places;
}

function distributionsOf({ ends }: SpanTable, places: Int32Array): Distributions {
  return {
    detect: distributionOf(ends.detect, places),
    mitigate: distributionOf(ends.mitigate, places),
    resolve: distributionOf(ends.resolve, places),
  };
}

function inOrder(
  rows: readonly TimesRow[],
  { classes }: ClassCounts,
  { sort }: View,
): readonly TimesRow[] {
  const measure = measures.find((one) => one === sort);
  if (measure) return rows.toSorted((a, b) => compareMedians(a.times[measure], b.times[measure]));
  if (sort !== "family") return byIncidents(rows);
  const places = new Map(classes.map(({ slug }, at) => [slug, at]));
  const placeOf = (row: TimesRow) => places.get(row.class?.slug ?? "") ?? 0;
  return rows.toSorted((a, b) => placeOf(a) - placeOf(b));
}
