import type { Draft } from "#knowledge/review/draft";

import { beat, isLeft, freshName } from "./copy-life";
import type { BrowserCopy } from "./left-behind";
import { withoutMarks } from "./picture-marks";
import type { Base } from "./save-state";

interface Of {
  /** The document's id, which stays when its slug changes. */
  readonly review: string;
  readonly account: string;
}

const database = "hindsight";
const table = "unsaved";

/**
 * Keeps what is not saved yet in this browser. Each tab has a copy of its own, and holds a lock as
 * long as it lives: a copy without a lock was left behind, and can be taken up. Where the browser
 * has no locks, the copy of a tab that lives is written again and again.
 */
export class BrowserCopies {
  readonly #of: Of;
  readonly #key: string;
  /** What is kept, and is said again where there are no locks. */
  #kept: { readonly draft: Draft; readonly base: Base } | null = null;

  constructor(of: Of) {
    this.#of = of;
    this.#key = `${of.account} ${of.review} ${freshName()}`;
    // Held until the tab is gone, however that comes about.
    if (hasLocks()) {
      void navigator.locks.request(this.#key, () => new Promise<never>(() => undefined));
    } else {
      setInterval(() => void this.#sayAgain().catch(() => undefined), beat);
    }
  }

  /** Keeps the draft. Rejects where the browser does not allow it. */
  async keep(draft: Draft, base: Base): Promise<void> {
    this.#kept = { draft, base };
    const sendable = withoutMarks(draft);
    const copy: BrowserCopy = {
      key: this.#key,
      ...this.#of,
      at: Date.now(),
      draft: { ...sendable, story: [...sendable.story], setAside: [...sendable.setAside] },
      base: { ...base },
    };
    await inTable("readwrite", (copies) => copies.put(copy));
  }

  /** Forgets what the server has. */
  async forget(): Promise<void> {
    this.#kept = null;
    await this.forgetOne(this.#key);
  }

  async #sayAgain(): Promise<void> {
    if (this.#kept !== null) await this.keep(this.#kept.draft, this.#kept.base);
  }

  async forgetOne(key: string): Promise<void> {
    await inTable("readwrite", (copies) => copies.delete(key));
  }

  /** What was left behind of this review by this account, oldest first. */
  async leftBehind(): Promise<BrowserCopy[]> {
    const kept: unknown = await inTable("readonly", (copies) => copies.getAll());
    if (!Array.isArray(kept) || kept.length === 0) return [];
    const { readCopies } = await import("./left-behind");
    const [held, now] = [await heldLocks(), Date.now()];
    return readCopies(kept)
      .filter(({ review, account }) => review === this.#of.review && account === this.#of.account)
      .filter((copy) => copy.key !== this.#key && isLeft(copy, held, now))
      .toSorted((one, other) => one.at - other.at);
  }
}

// A browser has them only where a site comes through TLS, or from the machine itself.
function hasLocks(): boolean {
  return "locks" in navigator;
}

async function heldLocks(): Promise<Set<string> | null> {
  if (!hasLocks()) return null;
  const { held } = await navigator.locks.query();
  return new Set(held?.flatMap(({ name }) => (name === undefined ? [] : [name])));
}

async function inTable(
  mode: IDBTransactionMode,
  work: (copies: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  const opened = await settled(openDatabase());
  try {
    const transaction = opened.transaction(table, mode, { durability: "strict" });
    const result = await settled(work(transaction.objectStore(table)));
    return result;
  } finally {
    opened.close();
  }
}

function openDatabase(): IDBOpenDBRequest {
  const request = indexedDB.open(database, 1);
  request.addEventListener("upgradeneeded", () => {
    request.result.createObjectStore(table, { keyPath: "key" });
  });
  return request;
}

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => {
      reject(request.error ?? new Error("the browser keeps nothing"));
    });
  });
}
