import { AsyncLocalStorage } from "node:async_hooks";

import type { Pool } from "pg";
import { z } from "zod";

import { database } from "#knowledge/database/client";
import { rows } from "#knowledge/database/query";
import { perAudience } from "#knowledge/people/audience";

import { isSame, KeptBlocks, type Keeping, type Versions } from "./kept-blocks";

const Version = z.object({ block: z.number(), version: z.number() });

interface Look {
  versions?: Promise<Versions>;
}

const look = new AsyncLocalStorage<Look>();

/**
 * Does some work for which the index is looked at as it was when the work first looked: its versions
 * are read once. A look within a look is the same look.
 */
export function atOneLook<Result>(work: () => Promise<Result>): Promise<Result> {
  return look.getStore() ? work() : look.run({}, work);
}

/** Does some work once for each text during a look: whoever asks again gets what came of it. */
export function onceAtALook<Value>(
  work: (text: string) => Promise<Value>,
): (text: string) => Promise<Value> {
  const ofAudience = perAudience(() => new WeakMap<Look, Map<string, Promise<Value>>>());
  return (text) => {
    const current = look.getStore();
    if (!current) return work(text);
    const ofLook = ofAudience();
    const done = ofLook.get(current) ?? new Map<string, Promise<Value>>();
    ofLook.set(current, done);
    const value = done.get(text) ?? work(text);
    done.set(text, value);
    return value;
  };
}

/** The versions of the blocks of documents, as they are now, or were when the look began. */
function blockVersions(): Promise<Versions> {
  const current = look.getStore();
  if (!current) return readVersions();
  return (current.versions ??= readVersions());
}

async function readVersions(): Promise<Versions> {
  const found = await rows(Version, `SELECT "block", "version" FROM "PostingBlock"`);
  return new Map(found.map(({ block, version }) => [block, version]));
}

/**
 * Keeps something of the search index, for visitors and members alike: it is of all documents, and
 * who reads takes from it what stands in the posting of all that they may read. A process that turns
 * to another database begins anew.
 */
export function keptPerDatabase<Part, Whole>(
  keeping: Keeping<Part, Whole>,
): (keys: readonly string[]) => Promise<ReadonlyMap<string, Whole>> {
  const ofDatabase = new WeakMap<Pool, KeptBlocks<Part, Whole>>();
  return async (keys) => {
    const pool = database();
    const kept = ofDatabase.get(pool) ?? new KeptBlocks(keeping);
    ofDatabase.set(pool, kept);
    return kept.read(keys, await blockVersions());
  };
}

/** Keeps what was read of the library until anything in it changes, once for each audience. */
export function keptWhileSame<Value>(load: () => Promise<Value>): () => Promise<Value> {
  const ofAudience = perAudience(
    () => new WeakMap<Pool, { versions: Versions; value: Promise<Value> }>(),
  );
  return async () => {
    const ofDatabase = ofAudience();
    const pool = database();
    const versions = await blockVersions();
    const kept = ofDatabase.get(pool);
    if (kept && isSame(kept.versions, versions)) return kept.value;
    // Whoever asks meanwhile waits for the same.
    const value = load();
    ofDatabase.set(pool, { versions, value });
    value.catch(() => ofDatabase.delete(pool));
    return value;
  };
}
