import { dayForMachines, dayOfMoment } from "./day-in-words";

/** The day of a moment in words, as lists show it. */
export function Day({ moment }: { moment: string }) {
  return <time dateTime={dayForMachines(moment) ?? undefined}>{dayOfMoment(moment)}</time>;
}
