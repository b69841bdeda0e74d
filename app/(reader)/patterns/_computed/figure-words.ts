import type { Span } from "#knowledge/incident/span";
import { durationInWords } from "#knowledge/incident/span";

/** A count in running text: `17`, `34,102`. */
export function countInWords(count: number): string {
  return count.toLocaleString("en");
}

/** `1 incident`, `12 incidents`. */
export function incidentsInWords(count: number): string {
  return count === 1 ? "1 incident" : `${countInWords(count)} incidents`;
}

/** A count that fits into a cell: `17`, `1.2k`, `34k`. */
export function countInCell(count: number): string {
  if (count < 1_000) return String(count);
  const thousands = count / 1_000;
  return `${thousands < 9.95 ? thousands.toFixed(1) : Math.round(thousands)}k`;
}

/** How many times as often: `2.4`; from ten on without a decimal, which would say too much. */
export function timesAsOften(lift: number): string {
  return lift < 9.95 ? lift.toFixed(1) : String(Math.round(lift));
}

/** From where to where half of the incidents lie: `25 min to 6 h 10 min`. */
export function middleInWords({ least, most }: Span): string {
  return `${durationInWords(least)} to ${most === null ? "an open end" : durationInWords(most)}`;
}
