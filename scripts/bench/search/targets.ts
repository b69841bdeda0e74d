import type { Timings } from "./timings";

/** The most that shares of all answers may take, in milliseconds. */
export type Target = Partial<Record<"p50" | "p95" | "p99", number>>;

/** What search is held to at 100,000 incidents, on two cores, warm, with one process. */
export const targets = {
  search: { p50: 15, p95: 60, p99: 150 },
  page: { p95: 100 },
  suggestions: { p95: 10 },
} as const satisfies Record<string, Target>;

/** Whether times keep to a target, in words that name each part of it. */
export function verdict(timings: Timings, target: Target): string {
  const shares = (["p50", "p95", "p99"] as const).flatMap((share) => {
    const most = target[share];
    if (most === undefined) return [];
    const isOver = timings[share] > most;
    return [{ isOver, words: `${share} ≤ ${most}${isOver ? " over" : ""}` }];
  });
  const isMet = shares.every(({ isOver }) => !isOver);
  return `${isMet ? "PASS" : "over target"} (${shares.map(({ words }) => words).join(", ")})`;
}
