import type { z } from "zod";

/** What is wrong with what was sent, in one sentence: each field with what was expected of it. */
export function inWords(error: z.ZodError): string {
  const told = error.issues.slice(0, 3).map(({ path, message }) => {
    const field = path.join(".");
    return field === "" ? message : `${field}: ${message}`;
  });
  const more = error.issues.length - told.length;
  return `${told.join("; ")}${more > 0 ? `; and ${more} more` : ""}.`;
}
