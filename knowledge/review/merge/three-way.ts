import { editsBetween, type Edit } from "./edits";

/** What two authors made of one thing. */
export interface Three<Thing> {
  /** What both began with. */
  readonly base: Thing;
  /** What the author who saves now made of it. */
  readonly ours: Thing;
  /** What the other author made of it, and saved before. */
  readonly theirs: Thing;
}

type Tokens = readonly string[];

/** A stretch of a merged text: what it says, or what both authors say in each other's place. */
export type Chunk =
  | { readonly kind: "agreed"; readonly tokens: Tokens }
  | ({ readonly kind: "clash"; readonly start: number } & Three<Tokens>);

/** Whether edits of two authors stand so near each other that they must be read together. */
type TooClose = (between: Tokens) => boolean;

/**
 * Merges two texts that came from one. Edits of the two authors clash when they change a token of
 * the base both, or insert at the same place; edits that only touch do not, unless `tooClose` says
 * so of what stands between them. What both made alike clashes with nothing. `start` is where a
 * clash begins in the base.
 */
export function threeWay(texts: Three<Tokens>, tooClose: TooClose = () => false): Chunk[] {
  const { base } = texts;
  const chunks: Chunk[] = [];
  let from = 0;
  for (const group of groupsOf(texts, tooClose)) {
    if (group.start > from) chunks.push({ kind: "agreed", tokens: base.slice(from, group.start) });
    chunks.push(chunkOf(group, base));
    from = group.end;
  }
  if (from < base.length) chunks.push({ kind: "agreed", tokens: base.slice(from) });
  return chunks;
}

/** Who made an edit; what both made alike is nobody's against the other. */
type Side = "ours" | "theirs" | "both";

interface SidedEdit {
  readonly edit: Edit;
  readonly side: Side;
}

/** Edits of one place, of one author or of both; it grows while they are gathered. */
interface Group {
  readonly start: number;
  end: number;
  readonly edits: SidedEdit[];
  readonly sides: Set<Side>;
}

function groupsOf(texts: Three<Tokens>, tooClose: TooClose): Group[] {
  const { base } = texts;
  const groups: Group[] = [];
  for (const one of sidedEdits(texts)) {
    const { start, end } = one.edit;
    const last = groups.at(-1);
    const together = last && belongsTo(last, one, (from, to) => tooClose(base.slice(from, to)));
    const group = together ? last : { start, end, edits: [], sides: new Set<Side>() };
    if (group !== last) groups.push(group);
    group.end = Math.max(group.end, end);
    group.edits.push(one);
    group.sides.add(one.side);
  }
  return groups;
}

/** The edits of both authors in the order of the base, those that both made once. */
function sidedEdits({ base, ours, theirs }: Three<Tokens>): SidedEdit[] {
  const edits = { ours: editsBetween(base, ours), theirs: editsBetween(base, theirs) };
  const own = new Map(edits.ours.map((edit) => [placeOf(edit), edit]));
  const sided = edits.theirs.map((edit): SidedEdit => {
    const other = own.get(placeOf(edit));
    const isShared = other !== undefined && isSameTokens(edit.tokens, other.tokens);
    if (isShared) own.delete(placeOf(edit));
    return { edit, side: isShared ? "both" : "theirs" };
  });
  return [
    ...sided,
    ...[...own.values()].map((edit): SidedEdit => ({ edit, side: "ours" })),
  ].toSorted((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end);
}

/** Where in the base an edit is made: no author makes two at one place. */
function placeOf({ start, end }: Edit): string {
  return `${start} ${end}`;
}

function belongsTo(
  group: Group,
  { edit, side }: SidedEdit,
  tooClose: (from: number, to: number) => boolean,
): boolean {
  if (edit.start < group.end) return true;
  const { sides } = group;
  // At one place both added: one of them alone has nothing to be put beside.
  if (edit.start === edit.end && edit.start === group.start)
    return sides.size > 1 || !sides.has(side);
  const isOpposed =
    (side === "ours" && sides.has("theirs")) || (side === "theirs" && sides.has("ours"));
  return isOpposed && tooClose(group.end, edit.start);
}

function chunkOf(group: Group, base: Tokens): Chunk {
  const ours = sideOf(group, "ours", base);
  const theirs = sideOf(group, "theirs", base);
  const isOnly = (side: Side) => group.sides.size === 1 && group.sides.has(side);
  if (isOnly("theirs") || isSameTokens(ours, theirs)) return { kind: "agreed", tokens: theirs };
  if (isOnly("ours")) return { kind: "agreed", tokens: ours };
  return {
    kind: "clash",
    start: group.start,
    base: base.slice(group.start, group.end),
    ours,
    theirs,
  };
}

function isSameTokens(one: Tokens, other: Tokens): boolean {
  return one.length === other.length && one.every((token, at) => token === other[at]);
}

/** What one author has in the place of a group. */
function sideOf({ start, end, edits }: Group, side: "ours" | "theirs", base: Tokens): Tokens {
  let from = start;
  const own = edits.filter((one) => one.side === side || one.side === "both");
  const tokens = own.flatMap(({ edit }) => {
    const kept = base.slice(from, edit.start);
    from = edit.end;
    return [...kept, ...edit.tokens];
  });
  return [...tokens, ...base.slice(from, end)];
}
