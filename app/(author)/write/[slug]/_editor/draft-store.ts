import {
  documentOf,
  placeRenamed,
  renameRows,
  temporaryId,
  unnamedIds,
  withNames,
  type Draft,
} from "#knowledge/review/draft";

import type { mergeDrafts } from "./merging";

/** Comes with what somebody else has written: only then is there anything to merge. */
type Merge = typeof mergeDrafts;

/**
 * Edits at one place that follow each other within so many milliseconds are undone in one step, but
 * no more than this together: who types without a pause loses some words, not a paragraph.
 */
const oneStep = 1_000;
const longestStep = 3_000;

/** Steps that can be undone. */
const mostSteps = 500;

export type Edit = (draft: Draft) => Draft;

interface Step {
  readonly draft: Draft;
  /** Where the edit was made that led away from this draft. */
  readonly place: string;
  /** What led away from it came from somebody else; puts an earlier draft together with theirs. */
  readonly others?: Merge;
}

/**
 * The draft that is being written, with everything that can be undone. Whoever shows a part of it
 * subscribes; parts that an edit does not touch stay the same objects.
 */
export class DraftStore {
  #draft: Draft;
  #past: Step[] = [];
  #future: Step[] = [];
  #lastPlace = "";
  #lastAt = 0;
  /** When the step began that may go on. */
  #begunAt = 0;
  #numbers = 0;
  #edits = 0;
  readonly #keys = new Map<string, string>();
  /** Ids that rows were given here. */
  readonly #used = new Set<string>();
  readonly #listeners = new Set<() => void>();
  readonly #now: () => number;

  readonly #replacing: (change: () => void) => void;

  /** `replacing` is told to make a change that was not typed here, and may do something around it. */
  constructor(
    draft: Draft,
    now: () => number = Date.now,
    replacing: (change: () => void) => void = (change) => change(),
  ) {
    this.#draft = draft;
    this.#now = now;
    this.#replacing = replacing;
  }

  get draft(): Draft {
    return this.#draft;
  }

  /** How many edits there were; tells whether there was one since. */
  get edits(): number {
    return this.#edits;
  }

  /** When the last edit was made, in milliseconds of the epoch. */
  get editedAt(): number {
    return this.#lastAt;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Makes an edit; `place` names what is edited, so that a word is not undone by letters. */
  edit(place: string, edit: Edit): void {
    const next = edit(this.#draft);
    if (next === this.#draft) return;
    const now = this.#now();
    const goesOn =
      place === this.#lastPlace &&
      now - this.#lastAt < oneStep &&
      now - this.#begunAt < longestStep;
    if (!goesOn || this.#past.length === 0) {
      this.#begunAt = now;
      this.#past = [...this.#past.slice(1 - mostSteps), { draft: this.#draft, place }];
    }
    this.#future = [];
    this.#lastPlace = place;
    this.#lastAt = now;
    this.#settle(next);
  }

  /** Puts something else in place of the draft, such as what was merged; it can be undone. */
  replace(draft: Draft): void {
    this.#replacing(() => this.edit("everything", () => draft));
    this.#lastPlace = "";
  }

  /** Takes over a draft in which somebody else's text is too: what they wrote is not undone here. */
  takeOver(draft: Draft, merge: Merge): void {
    const before = this.#draft;
    this.#replacing(() => this.#settle(draft));
    if (!this.#past.at(-1)?.others) {
      this.#past.push({ draft: before, place: "everything", others: merge });
    }
    this.#future = [];
    this.#lastPlace = "";
  }

  get canUndo(): boolean {
    return this.#past.some(({ others }) => !others);
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Takes the last edit back; gives where it was made. */
  undo(): string | null {
    const step = this.#lastOwnStep();
    if (!step) return null;
    this.#future.push({ draft: this.#draft, place: step.place });
    this.#lastPlace = "";
    this.#settle(step.draft);
    return step.place;
  }

  /** The step to undo; one from before somebody else's text came is led through that. */
  #lastOwnStep(): Step | undefined {
    const others = this.#past.at(-1)?.others ? this.#past.pop() : undefined;
    const step = this.#past.pop();
    if (!others?.others) return step;
    if (!step) {
      this.#past.push(others);
      return undefined;
    }
    if (!this.#past.at(-1)?.others) this.#past.push({ ...others, draft: step.draft });
    const [base, theirs] = [others.draft, this.#draft].map((draft) => ({
      ...draft,
      document: documentOf(draft),
    }));
    return base && theirs
      ? { ...step, draft: others.others(base, step.draft, theirs).draft }
      : step;
  }

  /** Makes an edit again that was taken back. */
  redo(): string | null {
    const step = this.#future.pop();
    if (!step) return null;
    this.#past.push({ draft: this.#draft, place: step.place });
    this.#lastPlace = "";
    this.#settle(step.draft);
    return step.place;
  }

  /** An id for a row that says nothing yet. */
  newId(): string {
    // A draft that was recovered may hold rows of an earlier visit.
    const taken = unnamedIds(this.#draft);
    do this.#numbers += 1;
    while (taken.has(temporaryId(this.#numbers)));
    return temporaryId(this.#numbers);
  }

  /** Gives rows their ids where they say enough; `all` where nobody writes them at the moment. */
  nameRows(all: boolean): void {
    const { draft, names } = withNames(this.#draft, all, this.#used);
    if (names.size === 0) return;
    for (const [from, to] of names) {
      this.#used.add(to);
      this.#keys.set(to, this.keyOf(from));
    }
    // What comes of it is nobody's edit; undoing goes through it.
    const rename = ({ draft: before, ...step }: Step): Step => ({
      ...step,
      draft: renameRows(before, names),
      place: placeRenamed(step.place, names),
    });
    this.#lastPlace = placeRenamed(this.#lastPlace, names);
    this.#past = this.#past.map(rename);
    this.#future = this.#future.map(rename);
    this.#settle(draft);
  }

  /** What a row is known by on the screen: it stays when the row gets its id. */
  keyOf(id: string): string {
    return this.#keys.get(id) ?? id;
  }

  #settle(draft: Draft): void {
    this.#draft = draft;
    this.#edits += 1;
    for (const listener of this.#listeners) listener();
  }
}
