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
 * so of what stands between them. `start` is where a clash begins in the base.
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

type Side = "ours" | "theirs";

/** Edits of one place, of one author or of both. */
interface Group {
  readonly start: number;
  readonly end: number;
  readonly ours: readonly Edit[];
  readonly theirs: readonly Edit[];
}

function groupsOf({ base, ours, theirs }: Three<Tokens>, tooClose: TooClose): Group[] {
  const edits = [
    ...editsBetween(base, theirs).map((edit) => ({ edit, side: "theirs" as const })),
    ...editsBetween(base, ours).map((edit) => ({ edit, side: "ours" as const })),
  ].toSorted((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end);
  const groups: Group[] = [];
  for (const { edit, side } of edits) {
    const last = groups.at(-1);
    const together =
      last && belongsTo(last, edit, side, (from, to) => tooClose(base.slice(from, to)));
    if (together) groups.splice(-1, 1, joinedBy(last, edit, side));
    else groups.push(joinedBy({ ...edit, ours: [], theirs: [] }, edit, side));
  }
  return groups;
}

function belongsTo(
  group: Group,
  edit: Edit,
  side: Side,
  tooClose: (from: number, to: number) => boolean,
): boolean {
  if (edit.start < group.end) return true;
  if (group[side === "ours" ? "theirs" : "ours"].length === 0) return false;
  return (edit.start === edit.end && edit.start === group.start) || tooClose(group.end, edit.start);
}

function joinedBy(group: Group, edit: Edit, side: Side): Group {
  const end = Math.max(group.end, edit.end);
  return { ...group, end, [side]: [...group[side], edit] };
}

function chunkOf(group: Group, base: Tokens): Chunk {
  const ours = sideOf(group, group.ours, base);
  const theirs = sideOf(group, group.theirs, base);
  if (group.ours.length === 0 || isSameTokens(ours, theirs)) {
    return { kind: "agreed", tokens: theirs };
  }
  if (group.theirs.length === 0) return { kind: "agreed", tokens: ours };
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
function sideOf({ start, end }: Group, edits: readonly Edit[], base: Tokens): Tokens {
  let from = start;
  const tokens = edits.flatMap((edit) => {
    const kept = base.slice(from, edit.start);
    from = edit.end;
    return [...kept, ...edit.tokens];
  });
  return [...tokens, ...base.slice(from, end)];
}
