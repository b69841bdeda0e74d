import { z } from "zod";

import { limits } from "#knowledge/incident/limits";

import { typed } from "./typed";

/** What authors and editors tell each other of a revision; null where they say nothing. */
export const ReviewNote = typed(z.string().max(limits.text));
