import { withVisibleNames } from "./invisible";

/**
 * What is wrong in a file, where, and what would be right. Everything that reads content answers
 * with all faults at once, never with an exception: whoever wrote the file can mend it in one go.
 */
export interface Fault {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** One sentence: "factors[2].role: expected precondition, trigger, …, found "cause"". */
  readonly message: string;
}

/** A way into a value: keys and positions from the outside in. */
export type Path = readonly (string | number)[];

/** What is wrong in a value, before it is known on which line of which file it stands. */
export interface Misfit {
  readonly path: Path;
  readonly message: string;
}

/** More faults than this in one file are counted, not listed. */
const listed = 200;

/** In the order of the lines, each fault once, and no flood: a broken file can have 100,000. */
export function inLineOrder(faults: readonly Fault[]): Fault[] {
  const seen = new Set<string>();
  const ordered = faults
    .toSorted((a, b) => a.line - b.line)
    .filter(({ line, message }) => {
      const key = `${line} ${message}`;
      return !seen.has(key) && seen.add(key);
    });
  const [first] = ordered.slice(listed);
  if (!first) return ordered;
  const rest = { ...first, message: `and ${ordered.length - listed} further faults from here on` };
  return [...ordered.slice(0, listed), rest];
}

/** Misfits as faults, once it is known where the value stands. */
export function faultsAt(
  misfits: readonly Misfit[],
  { file, lineOf }: { file: string; lineOf: (path: Path) => number },
): Fault[] {
  return misfits.map(({ path, message }) => ({
    file,
    line: lineOf(path),
    message: path.length === 0 ? message : `${nameOfPath(path)}: ${message}`,
  }));
}

/** The first step of a path into the Markdown after the front matter; the next is a line of it, from 0. */
export const story = "story";

/** A path as people write it: `factors[2].role`; positions count from 0, as in the `.json` twin. */
function nameOfPath(path: Path): string {
  if (path[0] === story) return story;
  return path
    .map((step, at) => (typeof step === "number" ? `[${step}]` : at === 0 ? step : `.${step}`))
    .join("");
}

/** A fault as one line of a terminal: `incidents/x.md:12: title: expected some text`. */
export function faultInWords({ file, line, message }: Fault): string {
  return `${file}:${line}: ${message}`;
}

const shownAtMost = 40;

/** A value as a message may show it: short, and with nothing in it that could disturb a terminal. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a group of keys";
  if (typeof value === "number" || typeof value === "boolean")
    return `the ${typeof value} ${value}`;
  if (typeof value !== "string") return `a ${typeof value}`;
  const clipped = value.length > shownAtMost ? `${value.slice(0, shownAtMost)}…` : value;
  return JSON.stringify(withVisibleNames(clipped));
}
