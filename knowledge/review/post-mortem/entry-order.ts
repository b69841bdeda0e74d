import { boundsOf, disordersIn } from "#knowledge/incident/timeline-order";

import type { ReadingWarning } from "./reading-warning";

/** An entry, as far as its place among others goes. */
interface Placed {
  readonly at: string | null;
  readonly text: string;
  readonly row: { readonly typed: string };
  readonly warnings: readonly ReadingWarning[];
}

/** Says which entries lie before the one above them, and which stand there twice. */
export function withOrder<Entry extends Placed>(entries: readonly Entry[]): Entry[] {
  const disorders = new Map(
    disordersIn(entries.map(({ at }) => at)).map(({ at, above }) => [at, above]),
  );
  const seen = new Set<string>();
  return entries.map((entry, index) => {
    const key = `${entry.at ?? entry.row.typed} ${entry.text}`;
    const isSeen = seen.has(key) && entry.text !== "";
    seen.add(key);
    const above = entries[disorders.get(index) ?? -1];
    const warnings: ReadingWarning[] = [
      ...entry.warnings,
      ...(isSeen
        ? [{ kind: "duplicate", sentence: "The same entry stands above.", entry: index } as const]
        : []),
      ...(above ? [disorder(entry, above, index)] : []),
    ];
    return { ...entry, warnings };
  });
}

function disorder(entry: Placed, above: Placed, at: number): ReadingWarning {
  const next = mayBeNextDay(entry.at, above.at);
  const sentence = `${inWords(entry)} lies before ${inWords(above)} in the entry above; the order was left as it is${next}.`;
  return { kind: "out-of-order", sentence, entry: at };
}

/** A time as its author wrote it, who knows it by no other clock, and the moment that it was read as. */
function inWords({ at, row: { typed } }: Placed): string {
  const moment = (at ?? "").replaceAll("T", " ");
  return ["", at, moment].includes(typed) ? moment : `“${typed}” (${moment})`;
}

const hour = 3_600_000;

function mayBeNextDay(at: string | null, above: string | null): string {
  const back = (boundsOf(above)?.first ?? 0) - (boundsOf(at)?.first ?? 0);
  return back >= 6 * hour && back <= 24 * hour
    ? ", though the date may not have been advanced after midnight"
    : "";
}
