import type { Conflict } from "#knowledge/review/merge/conflict";

import { under } from "./answered";
import type { Saver } from "./saver";

/**
 * Keeps in this browser the conflicts that nobody has settled yet: of what was written there they
 * may hold the only copy. Shows those of an earlier visit.
 */
export function keepConflicts(saver: Saver, of: { review: string; account: string }): () => void {
  const key = `hindsight.conflicts ${of.account} ${of.review}`;
  let known = saver.conflicts;
  let isOver = false;
  const earlier = keptUnder(key);
  // Without the network they stay where they are kept, for the next visit.
  const showThem = async () => {
    const { merging } = await import("./others-save");
    if (!isOver) saver.showConflicts(earlier.conflicts, merging, earlier.by);
  };
  if (earlier.conflicts.length > 0) showThem().catch(() => undefined);
  const stop = saver.subscribe(() => {
    const { conflicts } = saver;
    if (conflicts === known) return;
    const settled = new Set(known.filter((one) => !conflicts.includes(one)).map(textOf));
    const mine = new Set(conflicts.map(textOf));
    // Another tab may have some of its own.
    const others = keptUnder(key).conflicts.filter(
      (one) => !settled.has(textOf(one)) && !mine.has(textOf(one)),
    );
    known = conflicts;
    keep(key, { by: saver.open.by, conflicts: [...others, ...conflicts] });
  });
  return () => {
    isOver = true;
    stop();
  };
}

function textOf(conflict: Conflict): string {
  return JSON.stringify(conflict);
}

/** Conflicts, and with whom they are where that is known. */
interface Kept {
  readonly by: string | null;
  readonly conflicts: readonly Conflict[];
}

function keptUnder(key: string): Kept {
  try {
    return keptIn(localStorage.getItem(key) ?? "[]");
  } catch {
    return keptIn("[]");
  }
}

/** What a browser kept; earlier versions of this page kept no name. */
export function keptIn(text: string): Kept {
  const kept: unknown = JSON.parse(text);
  const by = under(kept, "by");
  const conflicts = Array.isArray(kept) ? kept : under(kept, "conflicts");
  return {
    by: typeof by === "string" ? by : null,
    conflicts: Array.isArray(conflicts) ? conflicts.filter(isConflict) : [],
  };
}

// This page kept it, and no other can: that it is one is all there is to know.
function isConflict(kept: unknown): kept is Conflict {
  return typeof kept === "object" && kept !== null && "path" in kept && "kept" in kept;
}

function keep(key: string, kept: Kept): void {
  try {
    if (kept.conflicts.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing shows them as long as the page is open.
  }
}
