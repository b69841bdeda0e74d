import {
  Action,
  Change,
  Citation,
  Claim,
  Factor,
  ImpactRow,
  IncidentRecord,
  Position,
  Question,
  Related,
  TimelineEntry,
} from "./document";

/** The keys of a record and of the rows in each of its lists, in the order in which they are written. */
export const recordKeys: readonly string[] = Object.keys(IncidentRecord.shape);

const rowKeys: Readonly<Record<string, readonly string[]>> = {
  impact: Object.keys(ImpactRow.shape),
  timeline: Object.keys(TimelineEntry.shape),
  factors: Object.keys(Factor.shape),
  changes: Object.keys(Change.shape),
  claims: Object.keys(Claim.shape),
  positions: Object.keys(Position.shape),
  actions: Object.keys(Action.shape),
  questions: Object.keys(Question.shape),
  related: Object.keys(Related.shape),
  sources: Object.keys(Citation.shape),
};

/** A row of the list under `key` as pairs in written order; absent keys are left out. */
export function orderedRow(row: object, key: string): [string, unknown][] {
  return ordered(row, rowKeys[key] ?? Object.keys(row));
}

/** A record as pairs in written order; absent keys are left out. */
export function orderedRecord(record: IncidentRecord): [string, unknown][] {
  return ordered(record, recordKeys);
}

function ordered(group: object, keys: readonly string[]): [string, unknown][] {
  return keys
    .map((key): [string, unknown] => [key, Reflect.get(group, key)])
    .filter(([, value]) => value !== undefined);
}
