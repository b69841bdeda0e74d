import type { Choices } from "./choices";
import type { ReadFile, Taken } from "./read-file";

/** Reads one file; ends early, with whatever answer, where it is stopped. */
type ReadOne = (file: Taken, choices: Choices, stopped: AbortSignal) => Promise<ReadFile>;

/** Readings of files, of which only the latest counts: it ends those before it. */
export class Readings {
  private readonly readOne: ReadOne;
  private latest = new AbortController();

  constructor(readOne: ReadOne) {
    this.readOne = readOne;
  }

  /**
   * Tells what was read after each of the files; nothing more once a later reading began. Gives
   * whether it came to its end.
   */
  async readAll(
    files: readonly Taken[],
    choices: Choices,
    tell: (read: readonly ReadFile[]) => void,
  ): Promise<boolean> {
    this.latest.abort();
    this.latest = new AbortController();
    const { signal } = this.latest;
    const all: ReadFile[] = [];
    // One after the other: each is a worker, and there may be hundreds.
    for (const file of files) {
      // oxlint-disable-next-line no-await-in-loop
      const read = await this.readOne(file, choices, signal);
      if (signal.aborted) return false;
      all.push(read);
      tell([...all]);
    }
    return true;
  }
}
