import type { IncidentDocument } from "#knowledge/incident/document";
import { limits } from "#knowledge/incident/limits";
import type { writeDocument } from "#knowledge/incident/write-document";
import { documentOf, draftOf, type Draft } from "#knowledge/review/draft";
import { isSame } from "#knowledge/review/merge/equality";

import type { readTyped } from "./document-reading";
import type { DraftStore } from "./draft-store";
import type { Merging } from "./others-save";

/** Where a whole text is kept that cannot be read as a document. */
export const wholeText = "document";

/** Where the document stands, as a text, from which a text began that is kept. No row is called so. */
const begunFrom = `${wholeText}.~from`;

/** Quiet milliseconds after which the text is read. */
const quiet = 300;

/** What reads a text, and puts it together with what others wrote; fetched for who writes so. */
export interface Reading {
  readonly readTyped: typeof readTyped;
  readonly writeDocument: typeof writeDocument;
  readonly merging: Merging;
  /** A document that says nothing. */
  readonly nothing: IncidentDocument;
}

export interface ShownText {
  readonly text: string;
  /** Why it cannot be read, by line; empty where it can. */
  readonly faults: readonly string[];
}

type Conflicts = ReturnType<Merging["mergeDrafts"]>["conflicts"];

interface Around {
  /** Shows what was decided one way and could be decided the other way. */
  readonly conflicting: (conflicts: Conflicts) => void;
  /** Makes a change of the text that was not typed here. */
  readonly replacing: (change: () => void) => void;
}

/**
 * The document as one text, while somebody types it. What they change is what counts: others may go
 * on with the document meanwhile, so a text is compared with the document that it began from.
 */
export class WholeText {
  readonly #store: DraftStore;
  readonly #reading: Reading;
  readonly #around: Around;
  /** The text as it is typed, and the document that it stood for when it was last read. */
  #typed: string | null = null;
  #from: IncidentDocument | null = null;
  /** The draft as the text last left it. */
  #left: Draft;
  #faults: readonly string[] = [];
  #shown: ShownText;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(store: DraftStore, reading: Reading, around: Around) {
    this.#store = store;
    this.#reading = reading;
    this.#around = around;
    this.#left = store.draft;
    const kept = store.draft.unfinished[wholeText];
    if (kept !== undefined) this.#faults = this.#read(kept).faults;
    this.#shown = this.#present();
  }

  get shown(): ShownText {
    return this.#shown;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Follows the draft until the function that it gives is called, which reads what is typed. */
  readonly open = (): (() => void) => {
    this.#heard();
    const stop = this.#store.subscribe(() => this.#heard());
    return () => {
      this.leave();
      stop();
    };
  };

  /** The text that stands in the field now; it is read after a moment of quiet. */
  type(next: string): void {
    this.#from ??= this.#beginning();
    this.#typed = next;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#take(this.#around.replacing), quiet);
    this.#tell();
  }

  /** Reads at once what is typed; from then on the text is shown as it is exported. */
  leave(): void {
    this.#take((change) => change());
    this.#typed = null;
    this.#from = null;
    this.#tell();
  }

  /** The document from which the text begins that is there before anything is typed. */
  #beginning(): IncidentDocument {
    const { unfinished } = this.#store.draft;
    if (unfinished[wholeText] === undefined) return documentOf(this.#store.draft);
    const began = this.#read(unfinished[begunFrom] ?? "").document;
    // Of a text of which that is not known every word counts, and is put to the choice.
    return began ?? this.#reading.nothing;
  }

  #read(text: string) {
    const found = this.#reading.readTyped(text);
    return found.kind === "faulty"
      ? { document: null, faults: found.faults.map((one) => `line ${one.line}: ${one.message}`) }
      : { document: documentOf(draftOf(found.document)), faults: [] };
  }

  #take(replacing: Around["replacing"]): void {
    const [text, from] = [this.#typed, this.#from];
    if (this.#timer === undefined || text === null || from === null) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { document, faults } = this.#read(text);
    this.#faults = faults;
    if (document === null) this.#put(this.#withKept(text, from));
    else this.#merge(document, { from, replacing });
    this.#tell();
  }

  #withKept(text: string, from: IncidentDocument): Draft {
    const { draft } = this.#store;
    const began = draft.unfinished[begunFrom] ?? this.#reading.writeDocument(from);
    // Longer than a document can be it could not be read again: every word of the text counts then.
    const known = began.length > limits.documentBytes ? [] : [[begunFrom, began] as const];
    const unfinished = { ...draft.unfinished, [wholeText]: text, ...Object.fromEntries(known) };
    return { ...draft, unfinished };
  }

  #merge(
    document: IncidentDocument,
    { from, replacing }: { from: IncidentDocument; replacing: Around["replacing"] },
  ): void {
    const { mergeDrafts, withDocument } = this.#reading.merging;
    const { [wholeText]: _, [begunFrom]: __, ...unfinished } = this.#store.draft.unfinished;
    const present: Draft = { ...this.#store.draft, unfinished };
    const { setAside, zone } = present;
    const theirs = { document: documentOf(present), unfinished, setAside, zone };
    const typed = draftOf(document, unfinished, setAside, zone);
    const base = { ...theirs, document: from };
    const merged = mergeDrafts(base, typed, theirs, this.#store.usedIds);
    const next = withDocument(present, documentOf(merged.draft));
    this.#around.conflicting(merged.conflicts);
    if (isSame(from, theirs.document)) {
      this.#from = document;
      this.#put(next);
      return;
    }
    replacing(() => {
      this.#typed = null;
      this.#from = null;
      this.#put(next);
      this.#tell();
    });
  }

  #put(draft: Draft): void {
    this.#left = draft;
    this.#store.edit(wholeText, () => draft);
  }

  /** Where the draft became another one, by undoing or by others, a text that is read gives way. */
  #heard(): void {
    const { draft } = this.#store;
    const isOurs =
      draft.record === this.#left.record &&
      draft.story === this.#left.story &&
      draft.unfinished[wholeText] === this.#left.unfinished[wholeText];
    if (!isOurs && this.#timer === undefined) {
      this.#left = draft;
      this.#typed = null;
      this.#from = null;
      const kept = draft.unfinished[wholeText];
      this.#faults = kept === undefined ? [] : this.#read(kept).faults;
    }
    this.#tell();
  }

  #present(): ShownText {
    const { draft } = this.#store;
    const text =
      this.#typed ?? draft.unfinished[wholeText] ?? this.#reading.writeDocument(documentOf(draft));
    return { text, faults: this.#faults };
  }

  #tell(): void {
    this.#shown = this.#present();
    for (const listener of this.#listeners) listener();
  }
}

/** Whether a whole text waits that could not be read. */
export function hasWholeText({ unfinished }: Draft): boolean {
  return unfinished[wholeText] !== undefined;
}
