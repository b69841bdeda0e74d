import { percentile } from "../search/timings";
import { table } from "../table";
import type { Work } from "./keystrokes";

/** What was measured while somebody typed in one field. */
export interface Typed {
  readonly where: string;
  /** The work of each key. */
  readonly keys: readonly Work[];
  /** Milliseconds of tasks longer than `longTask` while this was typed. */
  readonly long: readonly number[];
  /** What the worker took for each check meanwhile. */
  readonly checks: readonly Work[];
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
    ["a key typed into", "keys", ...figureNames, "long tasks", "held to"],
    typed.map(({ where, keys, long, isBare }) => [
      where,
      ...figuresOf(keys),
      long.length === 0 ? "none" : `${long.length}, to ${Math.max(...long).toFixed(0)} ms`,
      isBare ? "" : verdict(keys, targets.key),
    ]),
  );
}

/** The figures of the worker; `whole` are those of the document as it was opened. */
export function checksInWords(whole: readonly Work[], typed: readonly Typed[]): string {
  const paragraphs = typed.flatMap(({ checks }) => checks);
  return table(
    ["a check of", "checks", ...figureNames, "held to"],
    [
      ["the whole, when it is opened", ...figuresOf(whole), verdict(whole, targets.whole)],
      [
        "what a pause had changed",
        ...figuresOf(paragraphs),
        verdict(paragraphs, targets.paragraph),
      ],
    ],
  );
}

const figureNames = ["p50", "p95", "worst", "CPU p50", "CPU p95"];

function figuresOf(work: readonly Work[]): string[] {
  const clock = work.map((one) => one.clock);
  const cpu = work.map((one) => one.cpu);
  const figures = [
    ...[0.5, 0.95, 1].map((share) => percentile(clock, share)),
    ...[0.5, 0.95].map((share) => percentile(cpu, share)),
  ];
  return [String(work.length), ...figures.map((time) => time.toFixed(1))];
}

function verdict(work: readonly Work[], most: number): string {
  const p95 = percentile(
    work.map(({ clock }) => clock),
    0.95,
  );
  return `${p95 < most ? "PASS" : "over target"} (p95 under ${most})`;
}
