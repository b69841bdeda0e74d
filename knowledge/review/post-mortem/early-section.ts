import type { Section } from "./outline";
import type { SourceLine } from "./source-line";

/** Whether a section tells of the whole: what stands under the title, summary, impact, story. */
export function isEarly({ canonical, heading }: Section, index: number): boolean {
  if (heading === null || (index <= 1 && canonical === null)) return true;
  return canonical === "summary" || canonical === "impact" || canonical === "story";
}

/** Whether a line is told by who writes, and is neither quoted nor code. */
export function isTold({ kind, quotes }: SourceLine): boolean {
  return kind === "text" && quotes === 0;
}
