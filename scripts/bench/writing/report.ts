import { timingsOf } from "../search/timings";
import { table } from "../table";

/** What was measured while somebody typed in one field; times in milliseconds. */
export interface Typed {
  readonly where: string;
  /** The work of each key. */
  readonly keys: readonly number[];
  /** Tasks longer than `longTask` while this was typed. */
  readonly long: readonly number[];
  /** What the worker took for each check meanwhile. */
  readonly checks: readonly number[];
  /** Whether it is nothing but a field, beside which ours are held. */
  readonly isBare: boolean;
}

/** Milliseconds from which people feel that a page hangs (the Long Tasks API). */
export const longTask = 50;

/** What this is held to, in milliseconds. */
const targets = { key: 16, paragraph: 5, whole: 400 } as const;

/** The figures of the keys, those of bare fields among them. */
export function keysInWords(typed: readonly Typed[]): string {
  return table(
    ["a key typed into", "keys", "p50", "p95", "worst", "long tasks", "held to"],
    typed.map(({ where, keys, long, isBare }) => {
      const { asked, p50, p95, worst } = timingsOf(keys);
      return [
        where,
        String(asked),
        ...[p50, p95, worst].map((time) => time.toFixed(1)),
        long.length === 0 ? "none" : `${long.length}, to ${Math.max(...long).toFixed(0)} ms`,
        isBare ? "" : `${verdict(p95, targets.key)} (p95 under ${targets.key})`,
      ];
    }),
  );
}

/** The figures of the worker; `whole` are those of the documents as they were opened. */
export function checksInWords(whole: readonly number[], typed: readonly Typed[]): string {
  const paragraphs = typed.flatMap(({ checks }) => checks);
  const rows = [
    { what: "the whole, when it is opened", times: whole, most: targets.whole },
    { what: "what a pause had changed", times: paragraphs, most: targets.paragraph },
  ];
  return table(
    ["a check of", "checks", "p50", "p95", "worst", "held to"],
    rows.map(({ what, times, most }) => {
      const { asked, p50, p95, worst } = timingsOf(times);
      const figures = [p50, p95, worst].map((time) => time.toFixed(1));
      return [what, String(asked), ...figures, `${verdict(p95, most)} (p95 under ${most})`];
    }),
  );
}

function verdict(measured: number, most: number): string {
  return measured < most ? "PASS" : "over target";
}
