import type { IncidentDocument } from "#knowledge/incident/document";
import { documentOf, hasUnnamed, type Draft } from "#knowledge/review/draft";
import type { Conflict } from "#knowledge/review/merge/conflict";

import type { DraftStore } from "./draft-store";
import type { Written } from "./merging";
import type { Merging } from "./others-save";
import type { Answer, Send } from "./sending";

/** What the person who writes is told of their text. */
export type SaveState =
  | {
      readonly kind: "saved";
      readonly version: number;
      readonly revision: number;
      readonly at: Date;
    }
  | { readonly kind: "unsaved" }
  | { readonly kind: "saving" }
  /** The server cannot be reached; tried again at `next`, in milliseconds of the epoch. */
  | { readonly kind: "offline"; readonly next: number }
  | { readonly kind: "signed out" }
  /** The server does not take it; `why` says what to do. It is tried again after the next edit. */
  | { readonly kind: "refused"; readonly why: string; readonly faults: readonly string[] };

/** What the server holds, as far as this browser knows. */
export interface Base extends Written {
  readonly version: number;
  readonly revision: number;
  readonly savedAt: Date;
}

/** Quiet milliseconds after which a save begins, and after how many it begins all the same. */
const quiet = 1_000;
const longestUnsaved = 2_500;

/** Quiet milliseconds after which rows are named although somebody may still write them. */
const quietForNames = 2_000;

/** Milliseconds for which a sentence that is being typed is not merged with somebody else's. */
const longestPatience = 10_000;

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
  /** Since when what somebody else saved waits for a pause. */
  #patientSince: number | null = null;
  #busy = false;
  #retry = firstRetry;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #conflicts: readonly Conflict[] = [];
  #merging: Merging | null = null;
  #mergedWith: string | null = null;
  #listeners = new Set<() => void>();

  constructor(store: DraftStore, base: Base, send: Send, now: () => number = Date.now) {
    this.#store = store;
    this.#send = send;
    this.#now = now;
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
    return this.#conflicts;
  }
  /** What settles conflicts; null as long as there was none. */
  get merging(): Merging | null {
    return this.#merging;
  }
  /** Who else has saved, when two texts were just put together. */
  get mergedWith(): string | null {
    return this.#mergedWith;
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
    this.#conflicts = this.#conflicts.filter((one) => one !== conflict);
    this.#tell();
  }

  /** Shows conflicts that came of another merge than this page's own. */
  showConflicts(conflicts: readonly Conflict[], merging: Merging): void {
    if (conflicts.length === 0) return;
    this.#merging = merging;
    this.#conflicts = [...this.#conflicts, ...conflicts];
    this.#tell();
  }

  forgetMerge(): void {
    this.#mergedWith = null;
    this.#tell();
  }

  /** Takes what is at hand as not saved yet, such as a text that was recovered. */
  markUnsaved(): void {
    this.#savedEdits = -1;
    this.#edited();
  }

  /** Saves at once; resolves when everything is saved, or cannot be at the moment. */
  async flush(): Promise<SaveState> {
    this.#store.nameRows(true);
    clearTimeout(this.#timer);
    while (this.#busy) await new Promise((resolve) => setTimeout(resolve, 20));
    if (this.isUnsaved) await this.#save();
    if (this.isUnsaved && this.#state.kind === "unsaved") return this.flush();
    return this.#state;
  }

  /** Saves at once and goes on to what shows it; where it cannot be saved, nothing is left. */
  async onceSaved(goOn: () => void): Promise<void> {
    const { kind } = await this.flush();
    if (kind === "saved") goOn();
  }

  /** Tries again now: the line is back, or somebody has signed in. */
  tryAgain(): void {
    this.#retry = firstRetry;
    if (this.isUnsaved) void this.#save();
  }

  #edited(): void {
    if (!this.isUnsaved) return;
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
    const isQuiet = this.#now() - this.#store.editedAt >= quietForNames;
    this.#store.nameRows(isQuiet);
    const { draft, edits } = this.#store;
    this.#busy = true;
    this.#set({ kind: "saving" });
    const document = documentOf(draft);
    const { unfinished, setAside } = draft;
    const { version } = this.#base;
    const answer = await this.#send({ version, document, unfinished, setAside });
    this.#busy = false;
    this.#heard(answer, { document, edits, draft });
  }

  #heard(answer: Answer, sent: { document: IncidentDocument; edits: number; draft: Draft }): void {
    switch (answer.kind) {
      case "saved":
        this.#base = baseOf(answer, sent);
        this.#retry = firstRetry;
        this.#savedEdits = sent.edits;
        this.#rest();
        return;
      case "conflict":
        if (this.#isAmidSentence()) this.#waitForQuiet();
        else this.#merge(answer);
        return;
      case "unreachable":
        this.#waitForLine();
        return;
      case "signed out":
        this.#set({ kind: "signed out" });
        return;
      case "refused":
        this.#set({ kind: "refused", why: answer.why, faults: answer.faults });
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

  /** Whether somebody types, who would go on in the middle of another text. */
  #isAmidSentence(): boolean {
    const now = this.#now();
    this.#patientSince ??= now;
    return now - this.#store.editedAt < quiet && now - this.#patientSince < longestPatience;
  }

  #waitForQuiet(): void {
    this.#unsavedSince = this.#now();
    this.#set({ kind: "unsaved" });
    this.#schedule();
  }

  /** Somebody else has saved: puts both texts together, over what was typed meanwhile too. */
  #merge(theirs: Extract<Answer, { kind: "conflict" }>): void {
    this.#merging = theirs.merging;
    const { draft, conflicts } = this.#merging.mergeDrafts(this.#base, this.#store.draft, theirs);
    const { version, revision, savedAt, document, unfinished, setAside } = theirs;
    this.#base = { version, revision, savedAt, document, unfinished, setAside };
    this.#conflicts = [...this.#conflicts, ...conflicts];
    this.#mergedWith = theirs.savedBy;
    this.#store.takeOver(draft, this.#merging.mergeDrafts);
    this.#patientSince = null;
    this.#waitForQuiet();
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

function savedState({ version, revision, savedAt }: Base): SaveState {
  return { kind: "saved", version, revision, at: savedAt };
}

function baseOf(
  { version, revision, savedAt }: Extract<Answer, { kind: "saved" }>,
  { document, draft: { unfinished, setAside } }: { document: IncidentDocument; draft: Draft },
): Base {
  return { version, revision, savedAt, document, unfinished, setAside };
}
