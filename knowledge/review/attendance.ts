/** Milliseconds after which somebody who asks no more is not there any more. */
const stays = 60_000;

interface Person {
  readonly id: string;
  readonly name: string;
}

/**
 * Who has which document open: those who asked how far it has come within the last minute. It is kept
 * in the memory of this process and for that minute only, in no table: nobody is to look up later who
 * read what when. Where several processes share a database, each knows of those who ask it; then
 * somebody may be missing here, and nobody is named who is not there.
 */
export class Attendance {
  readonly #now: () => number;
  readonly #seen = new Map<number, Map<string, { readonly name: string; readonly at: number }>>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Notes that somebody has a document open; gives the names of all others who do, in order. */
  othersThan({ id, name }: Person, documentId: number): string[] {
    this.#forget();
    const people = this.#seen.get(documentId) ?? new Map<string, { name: string; at: number }>();
    people.set(id, { name, at: this.#now() });
    this.#seen.set(documentId, people);
    this.#forgetLater();
    return [...people]
      .flatMap(([other, one]) => (other === id ? [] : [one.name]))
      .toSorted((a, b) => a.localeCompare(b, "en"));
  }

  /** How many documents somebody has open. */
  get size(): number {
    return this.#seen.size;
  }

  #forget(): void {
    const now = this.#now();
    for (const [documentId, people] of this.#seen) {
      for (const [id, { at }] of people) if (now - at >= stays) people.delete(id);
      if (people.size === 0) this.#seen.delete(documentId);
    }
  }

  /** Also where nobody asks any more. */
  #forgetLater(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#forget();
      if (this.#seen.size > 0) this.#forgetLater();
    }, stays);
    this.#timer.unref();
  }
}
