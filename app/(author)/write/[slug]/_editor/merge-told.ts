import type { IncidentRecord } from "#knowledge/incident/document";
import { namedLists } from "#knowledge/incident/row-id";
import type { Beside } from "#knowledge/review/draft";
import type { Conflict } from "#knowledge/review/merge/conflict";
import { wordingOf } from "#knowledge/review/merge/wording";

import type { Merging, OthersSave } from "./others-save";

/** What is told of two texts that were put together. */
export interface MergeTold {
  /** Who else has saved, as `whoSaved` says it. */
  readonly by: string;
  /** How many places were left to be chosen, also when they have been by now. */
  readonly places: number;
  /** Words of rows that had been removed, and stand there again. */
  readonly cameBack: readonly string[];
  /** The zone of times that name none, where it is another one now; null where it is not. */
  readonly zone: ZoneTold | null;
}

/** What waits to be chosen after a merge. */
export interface OpenConflicts {
  readonly conflicts: readonly Conflict[];
  /** With whom, as `whoSaved` says it; null where nobody knows. */
  readonly by: string | null;
  /** What settles them; null as long as there was none. */
  readonly merging: Merging | null;
}

/** The zone that holds now and the one that held here, each null where nobody had chosen. */
export interface ZoneTold {
  readonly now: string | null;
  readonly before: string | null;
}

/** What is to be told of the zone of two drafts that follow each other. */
export function zoneTold(before: Beside, now: Beside): ZoneTold | null {
  return before.zone === now.zone ? null : { now: now.zone, before: before.zone };
}

/** Who saves where the same account writes in two tabs. */
export const ownTab = "another tab of yours";

/** Who saved what comes in, in words. */
export function whoSaved({ isOwn, savedBy }: Pick<OthersSave, "isOwn" | "savedBy">): string {
  return isOwn ? ownTab : (savedBy ?? "an import");
}

/** What is told of two merges that follow each other before anybody has read of the first. */
export function toldOf(before: MergeTold | null, now: MergeTold): MergeTold {
  return {
    by: now.by,
    places: (before?.places ?? 0) + now.places,
    cameBack: [...(before?.cameBack ?? []), ...now.cameBack],
    zone: now.zone ?? before?.zone ?? null,
  };
}

/**
 * Words of the rows that were not there before and are now, although they had been once: `known` are
 * the ids that rows had.
 */
export function rowsBack(
  before: IncidentRecord,
  now: IncidentRecord,
  known: ReadonlySet<string>,
): string[] {
  return namedLists.flatMap((list) => {
    const present = new Set(before[list].map(({ id }) => id));
    return now[list].flatMap((row) =>
      known.has(row.id) && !present.has(row.id) ? [wordingOf({ ...row })] : [],
    );
  });
}
