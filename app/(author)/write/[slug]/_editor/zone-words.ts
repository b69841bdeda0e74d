import { meaningWarnings } from "#knowledge/incident/time-warning";
import { readZone } from "#knowledge/incident/written-zone";
import { zoneOfCity } from "#knowledge/incident/zone-of-city";

import type { ReadElsewhere } from "./zone-readings";

const forms = "Write UTC, +02:00, PST or Europe/Berlin.";

/** The zone that a text names, as it is kept: also the one of a city; null where there is none. */
export function zoneMeant(text: string): string | null {
  return readZone(text) === null ? zoneOfCity(text) : text.trim();
}

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
  const meant = zoneMeant(typed);
  const read = meant === null ? null : readZone(meant);
  if (read === null) return [unknown(typed)];
  const taking = meant === typed ? "Enter takes it." : `Enter takes it as ${meant}.`;
  return [...meaningWarnings(read).map(({ sentence }) => sentence), taking];
}

function unknown(text: string): string {
  return `“${text}” is not a zone that is known here. ${forms}`;
}

function untilThen(chosen: string | null): string {
  return chosen === null || readZone(chosen) === null
    ? "Until then times without a zone wait beside the record."
    : `Until then it is ${chosen}.`;
}
