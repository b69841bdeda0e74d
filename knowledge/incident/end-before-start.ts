import type { IncidentRecord } from "./document";
import { readMoment } from "./moment";

/** The times of a record that lie before harm began, which they cannot. */
export function endsBeforeStart(record: IncidentRecord): ("mitigated" | "resolved")[] {
  const started = readMoment(record.started ?? "");
  if (started === null) return [];
  // `detected` may come first: some incidents were noticed before they did harm.
  return (["mitigated", "resolved"] as const).filter((key) => {
    const end = readMoment(record[key] ?? "");
    return end !== null && end.last <= started.first;
  });
}
