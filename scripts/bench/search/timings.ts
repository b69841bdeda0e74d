/** What several measured times come to, in milliseconds. */
export interface Timings {
  readonly asked: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly worst: number;
}

/** The least of the times that at least this share (from 0 to 1) of all does not exceed. */
export function percentile(milliseconds: readonly number[], share: number): number {
  const sorted = milliseconds.toSorted((one, other) => one - other);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}

/** Times as a line tells them. */
export function inWords({ asked, p50, p95, p99, worst }: Timings): string {
  const times = Object.entries({ p50, p95, p99, worst }).map(
    ([name, time]) => `${name} ${time.toFixed(1)}`,
  );
  return `${asked} asked: ${times.join(", ")} ms`;
}

export function timingsOf(milliseconds: readonly number[]): Timings {
  return {
    asked: milliseconds.length,
    p50: percentile(milliseconds, 0.5),
    p95: percentile(milliseconds, 0.95),
    p99: percentile(milliseconds, 0.99),
    worst: percentile(milliseconds, 1),
  };
}
