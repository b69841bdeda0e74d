import { meaningWarnings } from "#knowledge/incident/time-warning";
import { readZone } from "#knowledge/incident/written-zone";

const forms = "Write UTC, +02:00, PST or Europe/Berlin.";

/** What is said of a zone that somebody types and has not finished, and of the one that holds until then. */
export function typingInWords(typed: string, chosen: string | null): string {
  return [...aboutTyped(typed), untilThen(chosen)].join(" ");
}

/** What is said of the zone that holds. */
export function chosenInWords(chosen: string): string {
  const read = readZone(chosen);
  if (read === null) return unknown(chosen);
  return meaningWarnings(read)[0]?.sentence ?? "It holds for everybody who writes this review.";
}

function aboutTyped(typed: string): string[] {
  if (typed === "") return [forms];
  const read = readZone(typed);
  if (read === null) return [unknown(typed)];
  return [...meaningWarnings(read).map(({ sentence }) => sentence), "Enter takes it."];
}

function unknown(text: string): string {
  return `“${text}” is not a zone that is known here. ${forms}`;
}

function untilThen(chosen: string | null): string {
  return chosen === null || readZone(chosen) === null
    ? "Until then times without a zone wait beside the record."
    : `Until then it is ${chosen}.`;
}
