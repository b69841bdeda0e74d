import type { Pool } from "pg";
import { z } from "zod";

import { database } from "#knowledge/database/client";
import { rows } from "#knowledge/database/query";

import { everydayWords } from "./everyday-words";

const kept = new WeakMap<Pool, Promise<ReadonlySet<string>>>();

/**
 * The everyday words as the index has words: `tsquery`s, as `indexedForms` gives them. Made once by
 * the database's own dictionary, so that no ending decides whether a word is an everyday one.
 */
export function everydayForms(): Promise<ReadonlySet<string>> {
  const pool = database();
  const forms = kept.get(pool) ?? readForms();
  kept.set(pool, forms);
  forms.catch(() => kept.delete(pool));
  return forms;
}

async function readForms(): Promise<ReadonlySet<string>> {
  const found = await rows(
    z.object({ form: z.string() }),
    `SELECT DISTINCT phraseto_tsquery('english', "word")::text AS "form" FROM unnest($1::text[]) AS a("word")`,
    [everydayWords],
  );
  return new Set(found.map(({ form }) => form));
}
