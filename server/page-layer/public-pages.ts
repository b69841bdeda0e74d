import type { Address } from "./address";
import { type Answer, answerInAllForms } from "./answer";
import type { Rendered } from "./captured-response";
import { prepared, preparedFile } from "./content";
import { type KeptFigures, KeptAnswers } from "./kept-answers";
import { newRequestId } from "./plain-pages";
import { type Render, Renders } from "./renders";
import { logFault } from "./replies";

/** What asking for a page came to. A `failed` one has been logged under `id`. */
export type Outcome =
  | { kind: "answer"; answer: Answer }
  | { kind: "failed"; id: string }
  | { kind: "unavailable" };

export type Shared = Extract<Address, { kind: "page" | "file" }>;

type Surroundings = {
  cacheBytes: number;
  /** Has Next answer this address with nobody's cookies. */
  render: (url: string) => Promise<Rendered>;
  mark: string;
  always: readonly string[];
  databaseReachable: () => Promise<boolean>;
  now: () => number;
};

/** The pages that everyone may see: kept where possible, rendered once for all who wait. */
export class PublicPages {
  readonly #with: Surroundings;
  readonly #kept: KeptAnswers;
  readonly #renders = new Renders<Outcome>();
  #suspended = false;
  /** The improvements asked for so far, one after the other: they may not crowd out quick work. */
  #improving: Promise<void> = Promise.resolve();

  constructor(surroundings: Surroundings) {
    this.#with = surroundings;
    this.#kept = new KeptAnswers(surroundings.cacheBytes, (key, answer) => {
      this.#improving = this.#improving.then(() => this.#improve(key, answer));
    });
  }

  figures(): KeptFigures {
    return this.#kept.figures();
  }

  drop(tags: readonly string[]): void {
    if (tags.includes("*")) {
      this.clear();
      return;
    }
    // First the renders: what is being made must not be kept after this.
    this.#renders.drop(tags);
    this.#kept.drop(tags);
  }

  clear(): void {
    this.#renders.clear();
    this.#kept.clear();
  }

  suspend(): void {
    this.#suspended = true;
    this.#renders.clear();
  }

  resume(): void {
    this.clear();
    this.#suspended = false;
  }

  /** The answer at hand for this address, if what is kept can be trusted. */
  atHand(key: string): Answer | undefined {
    return this.#suspended ? undefined : this.#kept.find(key, this.#with.now());
  }

  /** The answer for this address, however it is to be had. Never rejects. */
  async answer(address: Shared): Promise<Outcome> {
    if (this.#suspended) {
      // Unheard changes may have made it old, but without a database nobody can show a newer one.
      const aside = this.#kept.find(address.key, this.#with.now());
      const still = aside !== undefined && !(await this.#with.databaseReachable());
      if (still) return { kind: "answer", answer: aside };
    }
    return this.#renders.join(address.key, (render) => this.#make(address, render));
  }

  async #make(address: Shared, render: Pick<Render<Outcome>, "mayBeKept">): Promise<Outcome> {
    try {
      const { always, mark } = this.#with;
      const answered = await this.#with.render(address.key);
      const made =
        address.kind === "file"
          ? preparedFile(answered, { immutable: address.immutable, always })
          : prepared(answered, { mark, use: "shared", always });
      if (made.kind === "failed") return await this.#failure(address, made.why);

      const answer = await answerInAllForms(made.content, "quick");
      const { tags, until } = answered.notes;
      const tracked = address.kind === "file" || (tags.size > 0 && !this.#suspended);
      // Nothing may be awaited between this question and keeping.
      if (made.keepable && tracked && render.mayBeKept(tags)) {
        this.#kept.keep(address.key, answer, { tags, until });
      }
      return { kind: "answer", answer };
    } catch (error) {
      return this.#failure(address, error);
    }
  }

  /**
   * Packs a page that many ask for as small as it goes, and keeps that instead. Never rejects: the
   * page is served as it is, and the improvements that wait behind this one go on.
   */
  async #improve(key: string, answer: Answer): Promise<void> {
    if (answer.effort === "thorough") return;
    try {
      const better = await answerInAllForms(answer.content, "thorough");
      this.#kept.improve(key, answer, better);
    } catch (error) {
      const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
      console.error(`${key} could not be packed smaller: ${why}`);
    }
  }

  async #failure(address: Shared, fault: unknown): Promise<Outcome> {
    if (!(await this.#with.databaseReachable())) return { kind: "unavailable" };
    const id = newRequestId();
    logFault(id, { method: "GET", url: address.key }, fault);
    return { kind: "failed", id };
  }
}
