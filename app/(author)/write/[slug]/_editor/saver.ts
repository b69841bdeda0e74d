import { rowIdsOf } from "#knowledge/incident/row-id";
import { writtenOf, type Written } from "#knowledge/review/draft";
import { hasUnnamed } from "#knowledge/review/row-names";
import type { Conflict } from "#knowledge/review/merge/conflict";
import { renamedConflict } from "#knowledge/review/merge/renamed-conflict";

import type { DraftStore } from "./draft-store";
import {
  rowsBack,
  toldOf,
  whoSaved,
  zoneTold,
  type MergeTold,
  type OpenConflicts,
} from "./merge-told";
import type { Merging, OthersSave } from "./others-save";
import { Patience } from "./patience";
import { withoutMarks } from "./picture-marks";
import { refusalOf } from "./refusal";
import { baseOf, savedState, type Base, type SaveState } from "./save-state";
import type { Answer, Send } from "./sending";

/** Quiet milliseconds after which a save begins, and after how many it begins all the same. */
const quiet = 1_000;
const longestUnsaved = 2_500;

/** Quiet milliseconds after which rows are named although somebody may still write them. */
const quietForNames = 2_000;

const firstRetry = 1_000;
const longestRetry = 15_000;

/**
 * Saves what is written, one save at a time, each on the version that the server last told. "Saved"
 * is said only of what the server has answered for; whatever goes wrong, the text stays.
 */
export class Saver {
  readonly #store: DraftStore;
  readonly #send: Send;
  readonly #now: () => number;
  #base: Base;
  #state: SaveState;
  /** The store's count of edits that the server has, and when an edit first was not saved. */
  #savedEdits: number;
  #unsavedSince: number | null = null;
  readonly #patience: Patience;
  #busy = false;
  /** What changes in the draft just now is not written here. */
  #isTakingIn = false;
  #retry = firstRetry;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #open: OpenConflicts = { conflicts: [], by: null, merging: null };
  #merged: MergeTold | null = null;
  #listeners = new Set<() => void>();

  constructor(store: DraftStore, base: Base, send: Send, now: () => number = Date.now) {
    this.#store = store;
    this.#send = send;
    this.#now = now;
    this.#patience = new Patience(store, now);
    this.#base = base;
    this.#savedEdits = store.edits;
    this.#state = savedState(base);
    store.subscribe(() => this.#edited());
  }

  get state(): SaveState {
    return this.#state;
  }
  get base(): Base {
    return this.#base;
  }
  /** What was decided one way in a merge and could be decided the other way. */
  get conflicts(): readonly Conflict[] {
    return this.#open.conflicts;
  }
  /** The same, with whom they are and what settles them. */
  get open(): OpenConflicts {
    return this.#open;
  }
  /** What is to be told of two texts that were put together; null once that was read. */
  get merged(): MergeTold | null {
    return this.#merged;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Whether something was written that the server has not answered for. */
  get isUnsaved(): boolean {
    return this.#store.edits !== this.#savedEdits || hasUnnamed(this.#store.draft);
  }

  /** A conflict was settled, or is accepted as it stands. */
  settleConflict(conflict: Conflict): void {
    const conflicts = this.conflicts.filter((one) => one !== conflict);
    this.#conflict({ ...this.#open, conflicts });
  }

  /** Makes a change that is nobody's choice in all that can be chosen, such as of the ids of rows. */
  changeConflicts(change: (conflict: Conflict) => Conflict): void {
    if (this.conflicts.length === 0) return;
    this.#conflict({ ...this.#open, conflicts: this.conflicts.map(change) });
  }

  /** Shows conflicts that came of another merge than this page's own. */
  showConflicts(more: readonly Conflict[], merging: Merging, by: string | null = null): void {
    if (more.length === 0) return;
    this.#conflict({ conflicts: [...this.conflicts, ...more], merging, by: this.#open.by ?? by });
  }

  #conflict(open: OpenConflicts): void {
    this.#open = open;
    this.#tell();
  }

  forgetMerge(): void {
    this.#merged = null;
    this.#tell();
  }

  /** Takes what is at hand as not saved yet, such as a text that was recovered. */
  markUnsaved(): void {
    this.#savedEdits = -1;
    this.#edited();
  }

  /**
   * Takes in what somebody else has saved, and says whether it is in. Where something is written or
   * was a moment ago, it is not: the save of that hears of it by itself, or the next question does.
   */
  takeIn(theirs: OthersSave): boolean {
    if (theirs.version <= this.#base.version) return true;
    if (this.#busy || this.isUnsaved || !this.#patience.isQuiet) return false;
    let told: MergeTold;
    this.#isTakingIn = true;
    try {
      told = this.#merge(theirs);
    } finally {
      this.#isTakingIn = false;
    }
    // Who writes nothing at the moment need not be told of every save; of what is read otherwise, they do.
    if (told.cameBack.length > 0 || told.zone !== null) this.#merged = toldOf(this.#merged, told);
    this.#savedEdits = this.#store.edits;
    this.#set(savedState(this.#base, told.by));
    return true;
  }

  /** There is no session any more, as something else than a save has found. */
  signedOut(): void {
    if (this.#state.kind === "saved") this.#set({ kind: "signed out" });
  }

  /** Saves at once; resolves when everything is saved, or cannot be at the moment. */
  async flush(): Promise<SaveState> {
    this.#store.nameRows(true);
    clearTimeout(this.#timer);
    this.#patience.forgo();
    while (this.#busy) await new Promise((resolve) => setTimeout(resolve, 20));
    if (this.isUnsaved) await this.#save();
    if (this.isUnsaved && this.#state.kind === "unsaved") return this.flush();
    return this.#state;
  }

  /** Saves at once and goes on to what shows it; where it cannot be saved, `stay` says why. */
  async onceSaved(goOn: () => void, stay: () => void): Promise<void> {
    const { kind } = await this.flush();
    if (kind === "saved") goOn();
    else stay();
  }

  /** Tries again now: the line is back, or somebody has signed in. */
  tryAgain(): void {
    this.#retry = firstRetry;
    if (this.isUnsaved) void this.#save();
    else if (this.#state.kind === "signed out") this.#set(savedState(this.#base));
  }

  #edited(): void {
    if (this.#isTakingIn || !this.isUnsaved) return;
    this.#unsavedSince ??= this.#now();
    if (!this.#busy && this.#state.kind !== "offline" && this.#state.kind !== "signed out") {
      if (this.#state.kind !== "unsaved") this.#set({ kind: "unsaved" });
    }
    this.#schedule();
  }

  #schedule(): void {
    if (this.#busy || this.#state.kind === "offline" || this.#state.kind === "signed out") return;
    clearTimeout(this.#timer);
    const since = this.#now() - (this.#unsavedSince ?? this.#now());
    const wait = Math.max(0, Math.min(quiet, longestUnsaved - since));
    this.#timer = setTimeout(() => void this.#save(), wait);
  }

  async #save(): Promise<void> {
    if (this.#busy) return;
    clearTimeout(this.#timer);
    this.#store.nameRows(this.#now() - this.#store.editedAt >= quietForNames);
    const { edits } = this.#store;
    const written = writtenOf(withoutMarks(this.#store.draft));
    this.#busy = true;
    this.#set({ kind: "saving" });
    const answer = await this.#send({ version: this.#base.version, ...written });
    this.#busy = false;
    this.#heard(answer, { ...written, edits });
  }

  #heard(answer: Answer, sent: Written & { readonly edits: number }): void {
    switch (answer.kind) {
      case "saved":
        this.#base = baseOf(answer, sent);
        this.#retry = firstRetry;
        this.#savedEdits = sent.edits;
        this.#rest();
        return;
      case "conflict":
        if (!this.#patience.holds()) this.#merged = toldOf(this.#merged, this.#merge(answer));
        this.#waitForQuiet();
        return;
      case "unreachable":
        this.#waitForLine();
        return;
      case "signed out":
        this.#set({ kind: "signed out" });
        return;
      case "refused":
        this.#set({
          kind: "refused",
          why: answer.why,
          refusals: answer.faults.map((fault) => refusalOf(fault, sent.document)),
        });
    }
  }

  /** What follows a save that was taken: nothing, or the next one. */
  #rest(): void {
    if (this.#store.edits === this.#savedEdits) {
      this.#unsavedSince = null;
      if (!hasUnnamed(this.#store.draft)) {
        this.#set(savedState(this.#base));
        return;
      }
      // A row waits for its words, or for a moment of quiet.
      this.#set({ kind: "unsaved" });
      this.#timer = setTimeout(() => {
        this.#store.nameRows(true);
        void this.#save();
      }, quietForNames);
      return;
    }
    this.#unsavedSince = this.#now();
    this.#set({ kind: "unsaved" });
    this.#schedule();
  }

  #waitForQuiet(): void {
    this.#unsavedSince = this.#now();
    this.#set({ kind: "unsaved" });
    this.#schedule();
  }

  /** Somebody else has saved: puts both texts together, over what was typed meanwhile too. */
  #merge(theirs: OthersSave): MergeTold {
    const before = this.#store.draft;
    const known = new Set(this.#store.usedIds);
    this.#store.avoid([...theirs.rowIds, ...rowIdsOf(theirs.document.record)]);
    const { usedIds } = this.#store;
    const { mergeDrafts } = theirs.merging;
    const { draft, conflicts, ids } = mergeDrafts(this.#base, this.#store.draft, theirs, usedIds);
    this.#base = baseOf(theirs, theirs);
    this.#store.rename(ids);
    const earlier = this.conflicts.map((one) => renamedConflict(one, ids));
    const by = conflicts.length > 0 ? whoSaved(theirs) : this.#open.by;
    this.#open = { conflicts: [...earlier, ...conflicts], by, merging: theirs.merging };
    this.#store.takeOver(draft, mergeDrafts);
    this.#patience.end();
    const cameBack = rowsBack(before.record, draft.record, known);
    const zone = zoneTold(before, draft);
    return { by: whoSaved(theirs), places: conflicts.length, cameBack, zone };
  }

  #waitForLine(): void {
    const wait = this.#retry;
    this.#retry = Math.min(longestRetry, this.#retry * 2);
    this.#set({ kind: "offline", next: this.#now() + wait });
    this.#timer = setTimeout(() => void this.#save(), wait);
  }

  #set(state: SaveState): void {
    this.#state = state;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
