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
  /** The number of the latest revision, and who saved it; null for an import. */
  readonly latest: { readonly revision: number; readonly by: string | null };
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

/** What is to be known of a document to say where it stands. */
export interface Standing {
  readonly state: DocumentState;
  /** A revision waits for an editor's word, or has it and waits to be published. */
  readonly isWaiting: boolean;
  /** That revision is approved. */
  readonly isApproved: boolean;
  /** An editor's last word was that something is missing, and nobody was asked since. */
  readonly isSentBack: boolean;
  /** Something was saved after what readers see. */
  readonly hasNewer: boolean;
}

/** Where a document stands whose latest revision has this number. */
export function standingOf(
  { state, waiting, published, said }: Progress,
  latest: number,
): Standing {
  const isRefused = said !== null && !said.isApproval && said.revision > (published ?? 0);
  return {
    state,
    isWaiting: waiting !== null,
    isApproved: waiting?.isApproved ?? false,
    isSentBack: waiting === null && isRefused,
    hasNewer: latest !== published,
  };
}

/** Where a document stands, in words; the same in lists, in the editor and below it. */
export function standingInWords(standing: Standing): string {
  const { state, isApproved, isSentBack } = standing;
  if (state === "published") return publishedInWords(standing);
  const words = {
    draft: isSentBack ? "Sent back" : "Draft",
    waiting: isApproved ? "Approved; waits to be published" : "Waits for approval",
    archived: "Archived",
    merged: "Merged",
    binned: "In the bin",
  } as const;
  return words[state];
}

function publishedInWords({ isWaiting, isApproved, isSentBack, hasNewer }: Standing): string {
  if (isApproved) return "Published; a newer revision is approved";
  if (isWaiting) return "Published; a newer revision waits for approval";
  if (!hasNewer) return "Published";
  return isSentBack ? "Published; a newer revision was sent back" : "Published, with a newer draft";
}

/**
 * The revision on which editors have to act although others follow it: what they approve or publish
 * is not what the latest says. Null where nothing waits, or nothing follows.
 */
export function passedOver({ waiting }: Progress, latest: number): number | null {
  return waiting !== null && waiting.revision < latest ? waiting.revision : null;
}
