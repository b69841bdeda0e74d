import { IncidentRecord, rowSchemas } from "./document";

/** The keys of a record and of the rows in each of its lists, in the order in which they are written. */
export const recordKeys: readonly string[] = Object.keys(IncidentRecord.shape);

const rowKeys: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(rowSchemas).map(([list, { shape }]) => [list, Object.keys(shape)]),
);

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
