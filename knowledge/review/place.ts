import type { IncidentDocument } from "#knowledge/incident/document";
import type { Path } from "#knowledge/text/fault";

/**
 * The name of the field in which something of a document is written: its path, with a row's id in
 * the place of its position (`timeline.first-alarm.at`), so that it stays when rows move.
 */
export function placeOf(path: Path, { record }: IncidentDocument): string {
  const [list, at, ...rest] = path;
  const rows: unknown = Reflect.get(record, String(list));
  const row: unknown = Array.isArray(rows) && typeof at === "number" ? rows[at] : undefined;
  const id: unknown = typeof row === "object" && row !== null ? Reflect.get(row, "id") : undefined;
  // Positions of a claim are known by their number, and so is the claim there.
  const step = typeof id === "string" && rest[0] !== "positions" ? id : at;
  return [list, step, ...rest].filter((one) => one !== undefined).join(".");
}
