import { countDocuments } from "#knowledge/search/counting";

import {
  byIncidents,
  classesShown,
  classFigure,
  classKeys,
  type ClassCount,
  type ClassCounts,
} from "./class-count";
import { byStrength, classPair, nearestFirst, pairKey, type ClassPair } from "./class-pair";
import type { RoleOfClasses, View } from "./view";

/** Which classes incidents name together. */
export interface Together {
  /** All incidents. */
  readonly total: number;
  /** The classes of the matrix, in the order of the view. */
  readonly rows: readonly ClassCount[];
  readonly columns: readonly ClassCount[];
  /** Rows are the columns, and each pair stands in the matrix once, below the diagonal. */
  readonly isSquare: boolean;
  /** Every pair of the matrix once, in the order of the view. */
  readonly pairs: readonly ClassPair[];
  /** Of all pairs, whether in the matrix or not, those that come together more than by chance. */
  readonly strongest: readonly ClassPair[];
  /** How many pairs were compared for that. */
  readonly compared: number;
}

/** How many classes a matrix shows beside each other, and beside those of a family. */
const [inSquare, besideFamily] = [20, 24];

/** How many pairs are told besides. */
const strongestTold = 8;

/**
 * Compares every class with every other, or those of a family with all, and chooses those that a
 * matrix shows: the ones with the strongest ties, or the most frequent where the view is in order of
 * incidents or family. With a role, both are counted in this role, as a search for them would.
 */
export async function findTogether(counts: ClassCounts, view: View): Promise<Together> {
  const { classes } = counts;
  const firsts = view.family === null ? classes : classesShown(classes, view.family);
  const pairs = byStrength(await pairsOf(firsts, counts, view.role));
  const chosen = (among: readonly ClassCount[], most: number) =>
    (isByStrength(view) ? nearestFirst(among, pairs) : byIncidents(among)).slice(0, most);
  const columns = view.family === null ? chosen(classes, inSquare) : firsts;
  const met = new Set(pairs.filter(({ both }) => both > 0).flatMap(({ a, b }) => [a, b]));
  const rows =
    view.family === null
      ? columns
      : chosen(
          classes.filter(({ slug }) => met.has(slug)),
          besideFamily,
        );
  return {
    total: counts.total,
    rows: inOrder(rows, pairs, { counts, view }),
    columns: inOrder(columns, pairs, { counts, view }),
    isSquare: view.family === null,
    pairs: pairsInOrder(within(pairs, rows, columns), { counts, view }),
    strongest: pairs.filter(({ leastRatio }) => leastRatio !== null).slice(0, strongestTold),
    compared: pairs.length,
  };
}

/** In which order the matrix is, where the view asks for none that it knows. */
export function isByStrength({ sort }: View): boolean {
  return sort !== "incidents" && sort !== "family";
}

/** Each of the classes with every other one, once. Counted over bitmaps: a join takes seconds. */
async function pairsOf(
  firsts: readonly ClassCount[],
  { classes, total }: ClassCounts,
  role: RoleOfClasses | null,
): Promise<ClassPair[]> {
  const places = new Map(firsts.map(({ slug }, at) => [slug, at]));
  const once = firsts.flatMap((a, at) =>
    classes
      .filter((b) => b.slug !== a.slug && (places.get(b.slug) ?? Infinity) > at)
      .map((b) => [a, b] as const),
  );
  const { figures } = await countDocuments({
    variations: firsts.map(({ slug }) => [{ dimension: "factor", keys: classKeys([slug], role) }]),
    figures: once.map(([a, b]) => classFigure(b.slug, role, places.get(a.slug) ?? 0)),
    excludedKeys: [],
    text: null,
    wanted: [],
  });
  const tallies = figures();
  return once.map(([a, b], at) =>
    classPair(a.slug, b.slug, {
      both: tallies[at]?.whole ?? 0,
      ofA: a.incidents,
      ofB: b.incidents,
      ofAll: total,
    }),
  );
}

/** The pairs of a row with a column. */
function within(
  pairs: readonly ClassPair[],
  rows: readonly ClassCount[],
  columns: readonly ClassCount[],
): ClassPair[] {
  const shown = new Set(rows.flatMap((row) => columns.map(({ slug }) => pairKey(row.slug, slug))));
  return pairs.filter(({ a, b }) => shown.has(pairKey(a, b)));
}

interface Ordering {
  readonly counts: ClassCounts;
  readonly view: View;
}

function inOrder(
  classes: readonly ClassCount[],
  pairs: readonly ClassPair[],
  { counts, view }: Ordering,
): readonly ClassCount[] {
  if (isByStrength(view)) return nearestFirst(classes, pairs);
  if (view.sort === "incidents") return byIncidents(classes);
  const shown = new Set(classes.map(({ slug }) => slug));
  return counts.classes.filter(({ slug }) => shown.has(slug));
}

/** `pairs` stand by strength, and what is even in another order stays so. */
function pairsInOrder(
  pairs: readonly ClassPair[],
  { counts, view }: Ordering,
): readonly ClassPair[] {
  if (isByStrength(view)) return pairs;
  if (view.sort === "incidents") return pairs.toSorted((x, y) => y.both - x.both);
  const places = new Map(counts.classes.map(({ slug }, at) => [slug, at]));
  const place = (slug: string) => places.get(slug) ?? 0;
  const ends = ({ a, b }: ClassPair) => [place(a), place(b)].toSorted((one, other) => one - other);
  return pairs.toSorted((x, y) => {
    const [[first = 0, second = 0], [otherFirst = 0, otherSecond = 0]] = [ends(x), ends(y)];
    return first - otherFirst || second - otherSecond;
  });
}
