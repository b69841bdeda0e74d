import type { Conflict } from "#knowledge/review/merge/conflict";

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
    if (!isOver) saver.showConflicts(earlier, merging);
  };
  if (earlier.length > 0) showThem().catch(() => undefined);
  const stop = saver.subscribe(() => {
    const { conflicts } = saver;
    if (conflicts === known) return;
    const settled = new Set(known.filter((one) => !conflicts.includes(one)).map(textOf));
    const mine = new Set(conflicts.map(textOf));
    // Another tab may have some of its own.
    const others = keptUnder(key).filter(
      (one) => !settled.has(textOf(one)) && !mine.has(textOf(one)),
    );
    known = conflicts;
    keep(key, [...others, ...conflicts]);
  });
  return () => {
    isOver = true;
    stop();
  };
}

function textOf(conflict: Conflict): string {
  return JSON.stringify(conflict);
}

function keptUnder(key: string): readonly Conflict[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isConflict) : [];
  } catch {
    return [];
  }
}

// This page kept it, and no other can: that it is one is all there is to know.
function isConflict(kept: unknown): kept is Conflict {
  return typeof kept === "object" && kept !== null && "path" in kept && "kept" in kept;
}

function keep(key: string, conflicts: readonly Conflict[]): void {
  try {
    if (conflicts.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(conflicts));
  } catch {
    // A browser that keeps nothing shows them as long as the page is open.
  }
}
