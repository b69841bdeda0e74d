import * as z from "zod";

import { IncidentRecord } from "#knowledge/incident/document";
import { choicesFor, settle } from "#knowledge/review/merge/settle";
import { SetAside } from "#knowledge/review/set-aside";
import type { OthersStand } from "#knowledge/review/stand";

import { mergeDrafts, withDocument } from "./merging";

const Others = z.object({
  version: z.number(),
  revision: z.number(),
  savedAt: z.coerce.date(),
  document: z.object({ record: IncidentRecord, story: z.string() }),
  unfinished: z.record(z.string(), z.string()),
  setAside: z.array(SetAside),
  zone: z.string().nullable(),
  savedBy: z.string().nullable(),
  isOwn: z.boolean(),
  rowIds: z.array(z.string()),
});

/** What somebody else has saved meanwhile, and what puts it together with ours. */
export interface OthersSave extends OthersStand {
  readonly merging: Merging;
}

/** How two texts are put together, and what was chosen in it is settled otherwise. */
export interface Merging {
  readonly mergeDrafts: typeof mergeDrafts;
  readonly withDocument: typeof withDocument;
  readonly choicesFor: typeof choicesFor;
  readonly settle: typeof settle;
}

export const merging: Merging = { mergeDrafts, withDocument, choicesFor, settle };

/** Reads what the server says of another's save; null where this page does not understand it. */
export function readOthers(told: unknown): OthersSave | null {
  const read = Others.safeParse(told);
  return read.success ? { ...read.data, merging } : null;
}
