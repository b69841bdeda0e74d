/** A day of the calendar as text, `2024-07-19`, and its place in time counted as if in UTC. */

const day = 86_400_000;

/** The milliseconds of a day's beginning, counted as if in UTC; null when there is no such day. */
export function beginningOf(date: string): number | null {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(time) || dayOf(time) !== date ? null : time;
}

/** The day on which a time lies, counted as if in UTC. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

export function daysLater(date: string, days: number): string {
  return dayOf((beginningOf(date) ?? 0) + days * day);
}

/** 0 for Sunday. */
export function weekdayOf(date: string): number {
  return new Date(beginningOf(date) ?? 0).getUTCDay();
}

const names = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

export function weekdayName(weekday: number): string {
  return names[weekday] ?? "";
}

export function isoDay(year: number, month: number, dayOfMonth: number): string {
  const two = (value: number) => `${value}`.padStart(2, "0");
  return `${`${year}`.padStart(4, "0")}-${two(month)}-${two(dayOfMonth)}`;
}
