import type { Pool } from "pg";
import { z } from "zod";

import { database } from "#knowledge/database/client";
import { rows } from "#knowledge/database/query";

import { KeptBlocks, type Keeping, type Versions } from "./kept-blocks";

const Version = z.object({ block: z.number(), version: z.number() });

/** The versions of the blocks of documents, as they are now. */
export async function blockVersions(): Promise<Versions> {
  const found = await rows(Version, `SELECT "block", "version" FROM "PostingBlock"`);
  return new Map(found.map(({ block, version }) => [block, version]));
}

/** Keeps something of the search index; a process that turns to another database begins anew. */
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
