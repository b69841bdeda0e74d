import * as z from "zod";

import type { IncidentRecord } from "#knowledge/incident/document";
import { SetAside, type Draft } from "#knowledge/review/draft";

import type { Base } from "./saver";

const Section = z.object({
  heading: z.string().nullable(),
  head: z.string(),
  body: z.string(),
  tail: z.string(),
});

// Fields hold what was typed, which need not be well formed yet.
const LooseRecord = z.custom<IncidentRecord>(
  (value) => typeof value === "object" && value !== null && "timeline" in value,
);

const beside = {
  unfinished: z.record(z.string(), z.string()).default({}),
  setAside: z.array(SetAside).default([]),
};

const Copy = z.object({
  key: z.string(),
  review: z.string(),
  account: z.string(),
  at: z.number(),
  draft: z.object({
    record: LooseRecord,
    story: z.array(Section),
    ...beside,
  }),
  base: z.object({
    version: z.number(),
    revision: z.number(),
    savedAt: z.date(),
    document: z.object({ record: LooseRecord, story: z.string() }),
    ...beside,
  }),
});

/** What this browser keeps of a review until the server has it. */
export type BrowserCopy = z.infer<typeof Copy>;

interface Of {
  /** The document's id, which stays when its slug changes. */
  readonly review: string;
  readonly account: string;
}

const database = "hindsight";
const table = "unsaved";

/**
 * Keeps what is not saved yet in this browser. Each tab has a copy of its own, and holds a lock as
 * long as it lives: a copy without a lock was left behind, and can be taken up.
 */
export class BrowserCopies {
  readonly #of: Of;
  readonly #key: string;

  constructor(of: Of) {
    this.#of = of;
    this.#key = `${of.account} ${of.review} ${crypto.randomUUID()}`;
    // Held until the tab is gone, however that comes about.
    void navigator.locks?.request(this.#key, () => new Promise<never>(() => undefined));
  }

  /** Keeps the draft. Rejects where the browser does not allow it. */
  async keep(draft: Draft, base: Base): Promise<void> {
    const copy: BrowserCopy = {
      key: this.#key,
      ...this.#of,
      at: Date.now(),
      draft: { ...draft, story: [...draft.story], setAside: [...draft.setAside] },
      base: { ...base, setAside: [...base.setAside] },
    };
    await inTable("readwrite", (copies) => copies.put(copy));
  }

  /** Forgets what the server has. */
  async forget(): Promise<void> {
    await this.forgetOne(this.#key);
  }

  async forgetOne(key: string): Promise<void> {
    await inTable("readwrite", (copies) => copies.delete(key));
  }

  /** What was left behind of this review by this account, oldest first. */
  async leftBehind(): Promise<BrowserCopy[]> {
    const all = z.array(z.unknown()).parse(await inTable("readonly", (copies) => copies.getAll()));
    const held = await heldLocks();
    return all
      .flatMap((one) => {
        const read = Copy.safeParse(one);
        return read.success ? [read.data] : [];
      })
      .filter(({ review, account }) => review === this.#of.review && account === this.#of.account)
      .filter(({ key }) => key !== this.#key && !held.has(key))
      .toSorted((one, other) => one.at - other.at);
  }
}

async function heldLocks(): Promise<Set<string>> {
  const state = await navigator.locks?.query();
  return new Set(state?.held?.flatMap(({ name }) => (name === undefined ? [] : [name])));
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
