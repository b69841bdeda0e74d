import * as z from "zod";

import { limits } from "#knowledge/incident/limits";

/** What authors and editors tell each other of a revision; null where they say nothing. */
export const ReviewNote = z
  .string()
  .trim()
  .max(limits.text)
  // A form sends the line ends of networks.
  .transform((note) => (note === "" ? null : note.replaceAll("\r\n", "\n")))
  .default(null);
