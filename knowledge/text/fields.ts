import * as z from "zod";

import { longestAddress } from "./longest-address";
import { hasRefusedCharacter } from "./raw-source";

/** Rows of one list. */
const mostRows = 1_000;

/** A text of the record: visible, at most so many characters, with no space around it. */
export function text(longest: number) {
  return z
    .string()
    .max(longest, { error: `expected at most ${longest} characters` })
    .refine((value) => value.trim() !== "", { error: "expected some text" })
    .refine((value) => value.trim() === "" || value === value.trim(), {
      error: "expected no space at the beginning or end",
    })
    .refine((value) => !hasRefusedCharacter(value), {
      error: "expected visible text without control characters",
    });
}

/**
 * A text that a draft may still lack: absent is empty. What a reader needs of it is asked before
 * publishing.
 */
export function draftText(longest: number) {
  return z
    .string()
    .max(longest, { error: `expected at most ${longest} characters` })
    .refine((value) => value === value.trim(), {
      error: "expected no space at the beginning or end",
    })
    .refine((value) => !hasRefusedCharacter(value), {
      error: "expected visible text without control characters",
    })
    .default("");
}

/** A text that stands on one line wherever it is shown: titles, names, headline figures. */
export function line(longest: number) {
  return text(longest).refine((value) => !value.includes("\n"), { error: "expected one line" });
}

/** A list, absent when it is empty. */
export function list<Row extends z.ZodType>(row: Row) {
  return z
    .array(row)
    .max(mostRows, { error: `expected at most ${mostRows} rows` })
    .default([]);
}

/** A list in which nothing stands twice. */
export function distinct<Item extends z.ZodType>(item: Item) {
  return list(item).refine((items) => new Set(items).size === items.length, {
    error: "expected no repetition",
  });
}

/** A name or a list of names, as `organization` and `source` have it; always a list once read. */
export function oneOrMore<Item extends z.ZodType>(item: Item) {
  return z
    .union([z.array(item).max(mostRows), item.transform((one) => [one])])
    .default([])
    .refine((items) => new Set(items).size === items.length, { error: "expected no repetition" });
}

/** An http or https address, kept exactly as it was written. */
export function webAddress() {
  return line(longestAddress).refine(
    (value) => /^https?:\/\/\S+$/.test(value) && URL.canParse(value),
    {
      error: "expected an address that begins with http:// or https://",
    },
  );
}
