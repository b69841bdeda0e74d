import type { IncidentDocument } from "#knowledge/incident/document";

import type { Beside } from "./draft";

/** Where a document stands after a save. */
export interface Stand {
  /** The version to base the next save on. */
  readonly version: number;
  /** The number of the revision that holds it. */
  readonly revision: number;
  readonly savedAt: Date;
}

/** Where somebody else has brought a document in the meantime. */
export interface OthersStand extends Stand, Beside {
  readonly document: IncidentDocument;
  /** Who saved last; null for an import. */
  readonly savedBy: string | null;
}
