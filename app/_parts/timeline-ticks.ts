import type { Stretch } from "#knowledge/incident/timeline-scale";

interface Tick {
  readonly x: number;
  readonly words: string;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How the time line may be divided, finest first: a length, and how its ends are written. */
const steps: readonly { readonly length: number; readonly form: Form }[] = [
  ...[1, 2, 5, 10, 15, 30].map((count) => ({ length: count * minute, form: "clock" as const })),
  ...[1, 2, 3, 6, 12].map((count) => ({ length: count * hour, form: "clock" as const })),
  ...[1, 2, 5, 10].map((count) => ({ length: count * day, form: "day" as const })),
];

/** Longer steps follow the calendar: months, and years of twelve. */
const months: readonly number[] = [1, 2, 3, 6, 12, 24, 60, 120];

/** No nearer to the end of a stretch: half of a tick's words. */
const edge = 22;

type Form = "clock" | "day" | "month" | "year";

/**
 * Round times along a stretch, at least `apart` from each other and from the stretch's ends, so
 * that a reader sees its scale; none when it is too short for two.
 */
export function ticksOf(stretch: Stretch, apart: number): Tick[] {
  const scale = (stretch.x1 - stretch.x0) / (stretch.to - stretch.from);
  const step = steps.find(({ length }) => length * scale >= apart);
  const times = step ? fixedTimes(stretch, step.length) : calendarTimes(stretch, scale, apart);
  const ticks = times.flatMap(({ time, form }) => {
    const x = stretch.x0 + (time - stretch.from) * scale;
    const words = inWords(time, form ?? step?.form ?? "day");
    return x - stretch.x0 >= edge && stretch.x1 - x >= edge ? [{ x, words }] : [];
  });
  return ticks.length < 2 ? [] : ticks;
}

interface Time {
  readonly time: number;
  readonly form?: Form;
}

function fixedTimes({ from, to }: Stretch, length: number): Time[] {
  const first = Math.ceil(from / length) * length;
  return Array.from({ length: Math.max(0, Math.floor((to - first) / length) + 1) }, (_, index) => ({
    time: first + index * length,
  })).map(({ time }) => (time % day === 0 ? { time, form: "day" } : { time }));
}

function calendarTimes({ from, to }: Stretch, scale: number, apart: number): Time[] {
  const count = months.find((some) => some * 30 * day * scale >= apart) ?? 240;
  const start = new Date(from);
  const monthsFrom = start.getUTCFullYear() * 12 + start.getUTCMonth();
  const first = Math.ceil(monthsFrom / count) * count;
  const times: Time[] = [];
  for (let month = first; ; month += count) {
    const time = Date.UTC(Math.floor(month / 12), month % 12);
    if (time > to) return times;
    if (time >= from) times.push({ time, form: month % 12 === 0 ? "year" : "month" });
  }
}

const monthNames = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

function inWords(time: number, form: Form): string {
  const date = new Date(time);
  const month = monthNames[date.getUTCMonth()] ?? "";
  switch (form) {
    case "clock":
      return date.toISOString().slice(11, 16);
    case "day":
      return `${date.getUTCDate()} ${month}`;
    case "month":
      return month;
    case "year":
      return String(date.getUTCFullYear());
  }
}
