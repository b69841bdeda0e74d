import { codeLines, linesOf } from "./tokens";

/** A part of a story from one heading of the first or second level to the next. */
export interface Section {
  /** The line of the heading; null for what stands before the first. */
  readonly heading: string | null;
  /** All its lines, the heading's too. */
  readonly lines: readonly string[];
}

const headingMark = /^ {0,3}#{1,2}(?:[ \t]|$)/;

const nothing: ReadonlySet<string> = new Set();

/**
 * The sections of a story in order; their lines, joined by line feeds, are the story. What is code
 * is no heading, nor is a line that is among `ordinary`. A story that says nothing has no section.
 */
export function sectionsOf(story: string, ordinary = nothing): Section[] {
  const lines = linesOf(story);
  const isCode = codeLines(lines);
  const starts = lines.flatMap((line, at) =>
    !isCode[at] && headingMark.test(line) && !ordinary.has(line) ? [at] : [],
  );
  const [first = lines.length] = starts;
  const opening = first === 0 ? [] : [{ heading: null, lines: lines.slice(0, first) }];
  return [
    ...opening,
    ...starts.map((start, nth) => ({
      heading: lines[start] ?? "",
      lines: lines.slice(start, starts[nth + 1]),
    })),
  ];
}
