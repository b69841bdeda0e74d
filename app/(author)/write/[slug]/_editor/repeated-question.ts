/** What became of a question: its answer, a refusal for good, or nobody who could answer it now. */
export type Answered<Answer> =
  | { readonly kind: "answered"; readonly answer: Answer }
  | { readonly kind: "refused" }
  | { readonly kind: "unanswered" };

/** Quiet milliseconds after which a question is asked of a text that has changed. */
const quiet = 1_000;
/** Milliseconds after which a question is asked again that nobody could answer. */
const untilAgain = 20_000;

interface Terms<Answer> {
  /** The text as it is now; null where there is too little of it to ask. */
  readonly text: () => string | null;
  readonly ask: (text: string, signal: AbortSignal) => Promise<Answered<Answer>>;
  /** Is told the answer, or null where there is too little to ask; of what failed it is told nothing. */
  readonly tell: (answer: Answer | null) => void;
}

/** A question that is asked of a text whenever that has changed, and again where it failed. */
export class RepeatedQuestion<Answer> {
  readonly #terms: Terms<Answer>;
  #changed: ReturnType<typeof setTimeout> | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;
  #stop = new AbortController();
  /** What was asked last; undefined where that has failed, or nothing was. */
  #asked: string | null | undefined;

  constructor(terms: Terms<Answer>) {
    this.#terms = terms;
  }

  /** The text may have changed: it is asked of once it stays as it is. */
  change(): void {
    clearTimeout(this.#changed);
    this.#changed = setTimeout(() => void this.ask(), quiet);
  }

  /** Asks now, unless just that was asked. */
  async ask(): Promise<void> {
    const text = this.#terms.text();
    if (text === this.#asked) return;
    this.end();
    this.#asked = text;
    if (text === null) {
      this.#terms.tell(null);
      return;
    }
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    const answered = await this.#terms.ask(text, signal);
    if (signal.aborted) return;
    if (answered.kind === "answered") {
      this.#terms.tell(answered.answer);
      return;
    }
    // Whoever was refused may be let in meanwhile: it is asked with the next change, whatever that is of.
    this.#asked = undefined;
    if (answered.kind === "unanswered") {
      this.#again = setTimeout(() => void this.ask(), untilAgain);
    }
  }

  /** Waits for no answer and asks nothing more by itself. */
  end(): void {
    clearTimeout(this.#changed);
    clearTimeout(this.#again);
    this.#stop.abort();
  }
}
