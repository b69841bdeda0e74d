import { dateInWords, pointsOf } from "#app/_parts/moment-words";
import type { PublishedIncident } from "#knowledge/incident/incident.store";

/** What an incident is called where there is little room: `CrowdStrike, Jul 2024`. */
export function labelOf({ organizations, record }: PublishedIncident): string {
  const names = organizations.map(({ name }) => name).join(" and ");
  const [point = ""] = pointsOf(record.started ?? "");
  const [day = ""] = point.split("T");
  return [names, dateInWords(day.slice(0, 7), "short")].filter((part) => part !== "").join(", ");
}
