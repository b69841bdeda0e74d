import { meaningWarnings } from "#knowledge/incident/time-warning";
import { readZone } from "#knowledge/incident/written-zone";

import type { ReadElsewhere } from "./zone-readings";

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

/** That times stand as they were read in another zone; null where none does. */
export function readElsewhereInWords(read: ReadElsewhere | null): string | null {
  if (read === null) return null;
  const { count, zones } = read;
  const where = zones.join(", ");
  return count === 1
    ? `1 time that names no zone was read in ${where}, and stays so.`
    : `${count} times that name no zone were read in ${where}, and stay so.`;
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
