import type { Fields } from "./conflict";

/** The words by which a row without an id is known again, or a new id is made. */
export function wordingOf(row: Fields | string): string {
  if (typeof row === "string") return row;
  const [wording = ""] = ["statement", "text", "what", "title", "note", "why"]
    .map((key) => row[key])
    .filter((value) => typeof value === "string");
  return wording;
}
