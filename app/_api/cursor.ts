import { z } from "zod";

import { Slug } from "#knowledge/text/slug";

/**
 * Where a reader of a list stands. It names the last incident given, so that what is published or
 * withdrawn in between neither repeats nor skips a result; the offset serves where that incident
 * has left the list.
 */
export interface Cursor {
  /** The last incident that was given. */
  readonly after: string;
  /** How many incidents had been given, that one included. At least 1. */
  readonly offset: number;
  /** In lists of factors: the number of the last one given, if further ones of `after` may follow. */
  readonly number: number | null;
}

const Written = z
  .tuple([Slug, z.int().min(1).max(10_000_000), z.int().min(1).max(10_000).nullable()])
  .transform(([after, offset, number]): Cursor => ({ after, offset, number }));

/** The value for `cursor=`; nothing that a reader should take apart. */
export function writeCursor({ after, offset, number }: Cursor): string {
  return Buffer.from(JSON.stringify([after, offset, number])).toString("base64url");
}

/** Null for what `writeCursor` has not written. */
export function readCursor(text: string): Cursor | null {
  const bytes = Buffer.from(text, "base64url");
  // Decoding passes over what is not base64url, so only what is written the same way counts.
  if (bytes.toString("base64url") !== text) return null;
  try {
    const given: unknown = JSON.parse(bytes.toString("utf8"));
    return Written.safeParse(given).data ?? null;
  } catch {
    return null;
  }
}
