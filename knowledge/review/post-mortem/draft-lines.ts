import type { DroppedPart, MappedPart } from "./draft-report";

/** Keeps account of every line of an original: in the story, in the record, or dropped and why. */
export class DraftLines {
  readonly recognised: MappedPart[] = [];
  readonly guessed: MappedPart[] = [];
  private readonly lines: readonly string[];
  private readonly placed: (string | null)[];
  private readonly reasons = new Map<number, string>();
  private readonly candidates = new Set<number>();
  private readonly shown = new Map<number, string>();

  constructor(lines: readonly string[]) {
    this.lines = lines;
    this.placed = lines.map(() => null);
  }

  /** Whether a line is still to be placed, and so stays in the story. */
  isFree(line: number): boolean {
    return this.placed[line] === null;
  }

  /** Says that lines are in the record now. */
  take(part: MappedPart, kind: "recognised" | "guessed" = "recognised"): void {
    this.point(part, kind);
    this.own(part.from, part.until, part.to);
  }

  /** Says of what stays in the story that something was read out of it. */
  point(part: MappedPart, kind: "recognised" | "guessed" = "guessed"): void {
    this[kind].push(this.withoutBlankEnds(part));
  }

  /** A part from its first line that is not blank to its last. */
  private withoutBlankEnds(part: MappedPart): MappedPart {
    const isBlank = (at: number) => (this.lines[at] ?? "").trim() === "";
    let { from, until } = part;
    while (until > from + 1 && isBlank(until - 1)) until -= 1;
    while (from < until - 1 && isBlank(from)) from += 1;
    return { ...part, from, until };
  }

  /** Says of a whole part that stays in the story what it may become. */
  pointAsCandidate(
    part: MappedPart,
    line: number,
    kind: "recognised" | "guessed" = "guessed",
  ): void {
    this.point(part, kind);
    for (let at = line; at < part.until; at++) this.candidates.add(at);
  }

  /** Whether a line was pointed out as part of a candidate. */
  isCandidate(line: number): boolean {
    return this.candidates.has(line);
  }

  /** What a line has become: a key of the record, "dropped", or null for text. */
  placeOf(line: number): string | null {
    return this.placed[line] ?? null;
  }

  /** Places lines that a part of the record says too. */
  own(from: number, until: number, to: string): void {
    for (let at = from; at < until; at++) if (this.placed[at] === null) this.placed[at] = to;
  }

  drop(line: number, reason: string): void {
    if (!this.isFree(line) || this.shown.has(line)) return;
    this.placed[line] = "dropped";
    if (this.lines[line]?.trim() !== "") this.reasons.set(line, reason);
  }

  /** Puts lines that Markdown would read as something else between fences. */
  fence(from: number, until: number): void {
    this.shown.set(from, "```yaml").set(until, "```");
  }

  dropped(): DroppedPart[] {
    return [...this.reasons]
      .toSorted(([a], [b]) => a - b)
      .map(([line, reason]) => ({ line, reason, text: this.lines[line] ?? "" }));
  }

  /** Whether a range holds words that stay in the story. */
  hasText(from: number, until: number): boolean {
    return this.lines
      .slice(from, until)
      .some((text, at) => this.isFree(from + at) && text.trim() !== "");
  }

  /** What stays, byte for byte; where something was taken away, one blank line stays of several. */
  story(): string {
    const kept: string[] = [];
    let gap: Gap = "gap";
    for (const [at, text] of this.lines.entries()) {
      const isKept = this.isFree(at);
      if (isKept) kept.push(...behindGap(gap, kept.at(-1) ?? "", this.shown.get(at) ?? text));
      gap = gapBelow(gap, text.trim() === "", isKept);
    }
    const story = kept.join("\n").replace(/\n+$/, "");
    return story === "" ? "" : `${story}\n`;
  }
}

/** What was taken away between two lines that stay: nothing, lines, or lines with a blank one among them. */
type Gap = "none" | "gap" | "parted";

function gapBelow(gap: Gap, isBlank: boolean, isKept: boolean): Gap {
  if (isKept) return isBlank && gap !== "none" ? "gap" : "none";
  return isBlank || gap === "parted" ? "parted" : "gap";
}

/** What stays of a line behind one that stays: words that were parted from it must not go on with it. */
function behindGap(gap: Gap, before: string, text: string): string[] {
  const isBehindBlank = before.trim() === "";
  if (text.trim() === "") return gap !== "none" && isBehindBlank ? [] : [text];
  return gap === "parted" && !isBehindBlank ? ["", text] : [text];
}
