import type { IncidentDocument } from "#knowledge/incident/document";
import type { DocumentState } from "#knowledge/people/rules";

import type { Beside } from "./draft";

/** Where a document stands after a save. */
export interface Stand {
  /** The version to base the next save on. */
  readonly version: number;
  /** The number of the revision that holds it. */
  readonly revision: number;
  readonly savedAt: Date;
}

/** How far a document has come on its way to readers. */
export interface Progress {
  readonly state: DocumentState;
  /** The revision that editors were asked to approve, until they send it back or publish it. */
  readonly waiting: { readonly revision: number; readonly isApproved: boolean } | null;
  /** The number of the revision that readers see; null where they see none. */
  readonly published: number | null;
  /** What an editor said last, with their words to the authors; null where nobody has yet. */
  readonly said: EditorsWord | null;
}

/** An editor's assessment of a revision, as those who write it are told of it. */
export interface EditorsWord {
  readonly by: string;
  readonly revision: number;
  readonly isApproval: boolean;
  readonly note: string | null;
}

/** Where somebody else has brought a document in the meantime. */
export interface OthersStand extends Stand, Beside {
  readonly document: IncidentDocument;
  /** Who saved last; null for an import. */
  readonly savedBy: string | null;
  /** Whether that is who asks, in another tab or browser. */
  readonly isOwn: boolean;
  /** Ids that its rows have, or had: none of them is given to another row. */
  readonly rowIds: readonly string[];
}
