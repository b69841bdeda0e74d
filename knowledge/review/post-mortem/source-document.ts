import { labelsOn, type Label } from "./labels";
import { headingsOf, sectionsOf, type Heading, type Section } from "./outline";
import { sourceLines, type SourceLine } from "./source-line";

/** A document taken apart, before a meaning is read into its parts. */
export interface SourceDocument {
  readonly text: readonly string[];
  readonly lines: readonly SourceLine[];
  readonly headings: readonly Heading[];
  readonly sections: readonly Section[];
  readonly labels: readonly Label[];
  /** The names of its link definitions, in small letters. */
  readonly shortcuts: ReadonlySet<string>;
  readonly file: string;
}

/** Takes a document apart. */
export function documentOf(text: readonly string[], file: string): SourceDocument {
  const lines = sourceLines(text.join("\n"));
  const headings = headingsOf(lines);
  const sections = sectionsOf(headings, lines.length);
  const labels = labelsIn(lines);
  return { text, lines, headings, sections, labels, shortcuts: shortcutsIn(lines), file };
}

/** More labels than this nobody writes. */
const mostLabels = 1_000;

function labelsIn(lines: readonly SourceLine[]): Label[] {
  const labels: Label[] = [];
  for (let at = 0; at < lines.length && labels.length < mostLabels; at++) {
    const line = lines[at];
    if (!line || !isLabelPlace(line)) continue;
    const isHead = /^\|[ \t:|-]+\|?$/.test(lines[at + 1]?.text ?? "");
    const found = labelsOn(line, at);
    // "Owner" at the head of a column is nobody's name.
    labels.push(...(isHead ? found.filter(({ meaning }) => meaning !== "people") : found));
  }
  return labels;
}

function isLabelPlace(line: SourceLine): boolean {
  return (line.kind === "text" || line.kind === "front") && /[:|=]/.test(line.text);
}

function shortcutsIn(lines: readonly SourceLine[]): Set<string> {
  const names = lines.flatMap(({ text }) => /^\[([^[\]]{1,200})\]:[ \t]*\S/.exec(text)?.[1] ?? []);
  return new Set(names.map((name) => name.toLowerCase()));
}
