import * as z from "zod";

import { IncidentRecord } from "#knowledge/incident/document";
import { SetAside } from "#knowledge/review/set-aside";
import type { OthersStand } from "#knowledge/review/stand";

import { mergeDrafts } from "./merging";

// Fetched only where somebody else has saved: reading it takes the schemas, and merging.

const Conflict = z.object({
  conflict: z.object({
    version: z.number(),
    revision: z.number(),
    savedAt: z.coerce.date(),
    document: z.object({ record: IncidentRecord, story: z.string() }),
    unfinished: z.record(z.string(), z.string()),
    setAside: z.array(SetAside),
    savedBy: z.string().nullable(),
  }),
});

/** What somebody else has saved meanwhile, and what puts it together with ours. */
export interface OthersSave extends OthersStand {
  readonly kind: "conflict";
  readonly mergeDrafts: typeof mergeDrafts;
}

/** Reads what the server says of another's save. Throws where the answer is none of our server's. */
export function readConflict(body: unknown): OthersSave {
  const { conflict } = Conflict.parse(body);
  return { kind: "conflict", ...conflict, mergeDrafts };
}
