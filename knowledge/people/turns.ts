/** Lets only so many pieces of work go on at once; the others wait, and take their turn as they came. */
export class Turns {
  readonly #atOnce: number;
  readonly #mostWaiting: number;
  readonly #waiting: (() => void)[] = [];
  #underWay = 0;

  constructor(atOnce: number, mostWaiting = Number.POSITIVE_INFINITY) {
    this.#atOnce = atOnce;
    this.#mostWaiting = mostWaiting;
  }

  /** Whether more should not be asked for: as many wait already as may. */
  get isFull(): boolean {
    return this.#underWay >= this.#atOnce && this.#waiting.length >= this.#mostWaiting;
  }

  /** Does the work when its turn comes, full or not, and gives what it gives. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#underWay < this.#atOnce) this.#underWay += 1;
    // Whoever is done hands their place on, so that nobody who comes just then goes before.
    else await new Promise<void>((go) => this.#waiting.push(go));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#underWay -= 1;
    }
  }
}
