import type { Progress } from "#knowledge/review/stand";

import { newsOf, type News } from "./progress-news";
import type { AskProgress, ProgressAnswer } from "./progress-answer";
import type { Saver } from "./saver";

/**
 * Looks from time to time how far the document has come: takes in what others have saved while
 * nothing is written here, and says what editors made of it.
 */
export class ProgressWatch {
  readonly #saver: Saver;
  readonly #ask: AskProgress;
  readonly #listeners = new Set<() => void>();
  #progress: Progress;
  #news: News | null = null;
  #here: readonly string[] = [];
  #isLooking = false;
  /** Looking on is in vain: nothing else will come of it before the page is loaded again. */
  #isOver = false;

  constructor(progress: Progress, saver: Saver, ask: AskProgress) {
    this.#progress = progress;
    this.#saver = saver;
    this.#ask = ask;
  }

  get progress(): Progress {
    return this.#progress;
  }
  /** What happened last since the page was made; null where nothing has. */
  get news(): News | null {
    return this.#news;
  }

  /** Names of others who have it open too, as far as the last look told. */
  get here(): readonly string[] {
    return this.#here;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * Looks once. What is written here is saved first, and that save hears of others by itself. Whoever
   * was signed out is looked for again only `anew`, when they come back to the page.
   */
  async look({ anew = false } = {}): Promise<void> {
    const { kind } = this.#saver.state;
    // What is not taken may be for want of what others do: a review is taken out of the bin.
    const isWanted = kind === "saved" || kind === "refused" || (anew && kind === "signed out");
    if (this.#isOver || this.#isLooking || !isWanted) return;
    this.#isLooking = true;
    const before = this.#saver.base.version;
    const answer = await this.#ask(before);
    this.#isLooking = false;
    // What was saved from here meanwhile is newer than the answer.
    if (this.#saver.base.version === before) this.#hear(answer);
  }

  #hear(answer: ProgressAnswer): void {
    switch (answer.kind) {
      case "progress": {
        if (this.#saver.state.kind === "signed out") this.#saver.tryAgain();
        const { others, progress } = answer;
        this.#meet(answer.here);
        // What is not taken in yet is asked for again, and what became of it is told with it.
        if (others && !this.#saver.takeIn(others)) return;
        this.#tell(progress, newsOf(this.#progress, progress));
        return;
      }
      case "closed":
      case "outdated":
        this.#isOver = true;
        this.#meet([]);
        this.#tell(this.#progress, newsOf(this.#progress, answer.kind));
        return;
      case "signed out":
        this.#saver.signedOut();
        return;
      case "unknown":
        return;
    }
  }

  #meet(here: readonly string[]): void {
    if (here.join("\n") === this.#here.join("\n")) return;
    this.#here = here;
    for (const listener of this.#listeners) listener();
  }

  #tell(progress: Progress, news: News | null): void {
    const isElsewhere = progress.state !== this.#progress.state;
    this.#progress = progress;
    if (isElsewhere && this.#saver.state.kind === "refused") this.#saver.tryAgain();
    this.#news = news ?? this.#news;
    for (const listener of this.#listeners) listener();
  }
}
