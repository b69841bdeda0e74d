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

function disorder({ at }: Placed, above: Placed, entry: number): ReadingWarning {
  const [here, there] = [at ?? "", above.at ?? ""].map((one) => one.replaceAll("T", " "));
  const sentence = `${here} lies before ${there} in the entry above; the order was left as it is${mayBeNextDay(at, above.at)}.`;
  return { kind: "out-of-order", sentence, entry };
}

const hour = 3_600_000;

function mayBeNextDay(at: string | null, above: string | null): string {
  const back = (boundsOf(above)?.first ?? 0) - (boundsOf(at)?.first ?? 0);
  return back >= 6 * hour && back <= 24 * hour
    ? ", though the date may not have been advanced after midnight"
    : "";
}
