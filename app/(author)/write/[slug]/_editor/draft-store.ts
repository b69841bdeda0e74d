import { documentOf, temporaryId, unnamedIds, type Draft } from "#knowledge/review/draft";
import { withNames } from "#knowledge/review/row-names";
import { isSame } from "#knowledge/review/merge/equality";
import type { Renames } from "#knowledge/review/merge/own-ids";
import { placeRenamed, renameRows, renamesOf } from "#knowledge/review/renaming";
import { presentTexts } from "#knowledge/review/present-texts";

import type { mergeDrafts } from "./merging";
import { visibleDraft } from "./visible-text";

/** Comes with what somebody else has written: only then is there anything to merge. */
type Merge = typeof mergeDrafts;

/**
 * Edits at one place that follow each other within so many milliseconds are undone in one step, but
 * no more than this together: who types without a pause loses some words, not a paragraph.
 */
const oneStep = 1_000;
const longestStep = 3_000;

/** The place of what was not typed in one field. */
const everything = "everything";

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
  #changedBy: "edit" | "undo" | "others" = "edit";
  readonly #keys = new Map<string, string>();
  /** Ids that rows were given here, or have and had before. */
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

  /** Whether anything was written here, or taken up that was. */
  get isEdited(): boolean {
    return this.#lastAt > 0;
  }

  /** What the draft last changed by; what was merged is others' too. */
  get changedBy(): "edit" | "undo" | "others" {
    return this.#changedBy;
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
    const next = visibleDraft(edit(this.#draft), this.#draft);
    if (next === this.#draft) return;
    const now = this.#now();
    const goesOn =
      place === this.#lastPlace &&
      !isWhole(place) &&
      now - this.#lastAt < oneStep &&
      now - this.#begunAt < longestStep;
    if (!goesOn || this.#past.length === 0) {
      this.#begunAt = now;
      this.#past = [...this.#past.slice(1 - mostSteps), { draft: this.#draft, place }];
    }
    this.#future = [];
    this.#lastPlace = place;
    this.#lastAt = now;
    this.#changedBy = place === everything ? "others" : "edit";
    this.#settle(next);
  }

  /** Ends the step that may go on: what is edited next is undone by itself. */
  endStep(): void {
    this.#lastPlace = "";
  }

  /** Puts something else in place of the draft, such as what was merged; it can be undone. */
  replace(draft: Draft): void {
    this.#replacing(() => this.edit(everything, () => draft));
    this.#lastPlace = "";
  }

  /** Takes over a draft in which somebody else's text is too: what they wrote is not undone here. */
  takeOver(draft: Draft, merge: Merge): void {
    const before = this.#draft;
    this.#changedBy = "others";
    this.#replacing(() => this.#settle(draft));
    for (const steps of [this.#past, this.#future]) {
      const isFirst = steps.length > 0 && !steps.at(-1)?.others;
      if (isFirst) steps.push({ draft: before, place: everything, others: merge });
    }
    this.#lastPlace = "";
  }

  /** Makes a change that is nobody's edit, in the draft and in all that can be undone or made again. */
  everywhere(change: Edit): void {
    const through = (step: Step): Step => ({ ...step, draft: change(step.draft) });
    this.#past = this.#past.map(through);
    this.#future = this.#future.map(through);
    const draft = change(this.#draft);
    if (draft !== this.#draft) this.#settle(draft);
  }

  get canUndo(): boolean {
    return this.#past.some(({ others }) => !others);
  }

  get canRedo(): boolean {
    return this.#future.some(({ others }) => !others);
  }

  /** Takes the last edit back; gives where it was made. */
  undo(): string | null {
    return this.#step(this.#past, this.#future);
  }

  /** Makes an edit again that was taken back. */
  redo(): string | null {
    return this.#step(this.#future, this.#past);
  }

  /** Goes back to where one of some steps led away from, and keeps the way here among the others. */
  #step(steps: Step[], back: Step[]): string | null {
    for (;;) {
      const step = ownStepOf(steps, this.#draft, this.#used);
      if (!step) return null;
      // What others wrote since may have left nothing of it.
      if (isSame(step.draft, this.#draft)) continue;
      back.push({ draft: this.#draft, place: step.place });
      this.#changedBy = "undo";
      this.#lastPlace = "";
      this.#settle(step.draft);
      return step.place;
    }
  }

  /** An id for a row that says nothing yet. */
  newId(): string {
    // A draft that was recovered may hold rows of an earlier visit.
    const taken = unnamedIds(this.#draft);
    do this.#numbers += 1;
    while (taken.has(temporaryId(this.#numbers)));
    return temporaryId(this.#numbers);
  }

  /** Ids that rows have, or had before they were removed, as far as this page knows. */
  get usedIds(): ReadonlySet<string> {
    return this.#used;
  }

  /** Gives none of these ids to a row: others have them, or had them before they were removed. */
  avoid(ids: readonly string[]): void {
    for (const id of ids) this.#used.add(id);
  }

  /** Gives rows their ids where they say enough; `all` where nobody writes them at the moment. */
  nameRows(all: boolean): void {
    const { draft, names } = withNames(this.#draft, all, this.#used);
    if (names.size > 0) this.#follow(draft, renamesOf(names));
  }

  /** Gives rows and sources other ids, wherever they are named. */
  rename(renames: Renames): void {
    if (renames.rows.size + renames.sources.size === 0) return;
    this.#follow(renameRows(this.#draft, renames), renames);
  }

  /** Goes on with a draft in which rows got ids, or other ones. */
  #follow(draft: Draft, renames: Renames): void {
    for (const [from, to] of [...renames.rows, ...renames.sources]) {
      this.#used.add(to);
      this.#keys.set(to, this.keyOf(from));
    }
    // What comes of it is nobody's edit; undoing goes through it.
    const rename = ({ draft: before, ...step }: Step): Step => ({
      ...step,
      draft: renameRows(before, renames),
      place: placeRenamed(step.place, renames),
    });
    this.#lastPlace = placeRenamed(this.#lastPlace, renames);
    this.#past = this.#past.map(rename);
    this.#future = this.#future.map(rename);
    this.#settle(draft);
  }

  /** What a row is known by on the screen: it stays when the row gets its id. */
  keyOf(id: string): string {
    return this.#keys.get(id) ?? id;
  }

  #settle(draft: Draft): void {
    // Rows go in many ways, and what stood in their fields goes with them.
    const unfinished = presentTexts(draft.unfinished, draft.record);
    this.#draft = unfinished === draft.unfinished ? draft : { ...draft, unfinished };
    this.#edits += 1;
    for (const listener of this.#listeners) listener();
  }
}

/** Whether an edit is one step by itself, however soon another follows: a row that goes. */
function isWhole(place: string): boolean {
  return place.endsWith(".removal");
}

/** Takes the last of some steps; one from before somebody else's text came is led through that. */
function ownStepOf(steps: Step[], present: Draft, used: ReadonlySet<string>): Step | undefined {
  const others = steps.at(-1)?.others ? steps.pop() : undefined;
  const step = steps.pop();
  if (!others?.others) return step;
  if (!step) return undefined;
  if (steps.length > 0 && !steps.at(-1)?.others) steps.push({ ...others, draft: step.draft });
  const base = { ...others.draft, document: documentOf(others.draft) };
  const theirs = { ...present, document: documentOf(present) };
  return { ...step, draft: others.others(base, step.draft, theirs, used).draft };
}
