/** Where a part of the original has gone, for the screen on which a person checks an import. */
export interface MappedPart {
  /** What it is in the original: a heading, "Entry 3", "Title". */
  readonly what: string;
  /** Where it is in the draft: a key of the record, or "story". */
  readonly to: string;
  /** Its lines in the original, from 0, the end exclusive; -1 where it stands on none. */
  readonly from: number;
  readonly until: number;
  /** What a person should look at, where there is something. */
  readonly note?: string;
}

/** Lines that the draft does not hold, and why. */
export interface DroppedPart {
  readonly text: string;
  readonly line: number;
  readonly reason: string;
}

/** What became of everything in the original. */
export interface MappingReport {
  /** Taken over as what it says it is. */
  readonly recognised: readonly MappedPart[];
  /** Taken over by a guess, or a candidate for a part that only a person can write. */
  readonly guessed: readonly MappedPart[];
  /** Kept in the story as it stands. */
  readonly leftAsText: readonly MappedPart[];
  readonly dropped: readonly DroppedPart[];
  /** What a person should look at, each with the entry or the lines that it is about. */
  readonly lookAt: readonly string[];
}
