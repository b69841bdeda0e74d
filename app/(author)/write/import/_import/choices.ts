import { readMoment } from "#knowledge/incident/moment";
import { meaningWarnings } from "#knowledge/incident/time-warning";
import { understandTime } from "#knowledge/incident/written-time";
import { readZone } from "#knowledge/incident/written-zone";
import { zoneOfCity } from "#knowledge/incident/zone-of-city";

/** What a person decides where the original does not say; empty where nothing. */
export interface Choices {
  readonly zone: string;
  /** `2024-07-19`. */
  readonly day: string;
}

/** What was made of a field: its value, or why it has none; and what is doubtful about it. */
export interface CheckedField {
  readonly value: string | null;
  readonly hint: string | null;
}

/** A zone as it was typed; nothing typed is no zone. */
export function checkedZone(typed: string): CheckedField {
  const text = typed.trim();
  if (text === "") return { value: "", hint: null };
  const region = readZone(text) ? text : (zoneOfCity(text) ?? text);
  const zone = readZone(region);
  if (!zone) {
    const hint = `“${text}” is not a zone that is known here. Write UTC, +02:00, PST or Europe/Berlin.`;
    return { value: null, hint };
  }
  const asRegion = region === text ? null : `Read as ${region}.`;
  return { value: region, hint: meaningWarnings(zone)[0]?.sentence ?? asRegion };
}

/** A day as it was typed, in any form that leaves no doubt; `now` in milliseconds since 1970. */
export function checkedDay(typed: string, now: number): CheckedField {
  const text = typed.trim();
  if (text === "") return { value: "", hint: null };
  const read = understandTime(text, { now });
  const isDay = read.kind === "understood" && readMoment(read.moment)?.precision === "day";
  if (!isDay || /[ /]/.test(read.moment)) {
    return { value: null, hint: `“${text}” is not a day. Write it in full, such as 2024-07-19.` };
  }
  const other = read.warnings.find(({ kind }) => kind === "ambiguous-date");
  if (other) {
    const hint = `“${text}” may be two days: write it as ${read.moment}, or with the month's name.`;
    return { value: null, hint };
  }
  const shown = read.moment === text ? [] : [`Read as ${read.moment}.`];
  const hint = [...shown, ...read.warnings.map(({ sentence }) => sentence)].join(" ");
  return { value: read.moment, hint: hint === "" ? null : hint };
}
