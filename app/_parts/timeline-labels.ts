/** A label that wants to stand above its mark. Lengths in the units of the drawing. */
interface LabelWish {
  readonly id: string;
  /** Where its mark is. */
  readonly x: number;
  readonly width: number;
  /** Where not all find room, those with a lower one are left out. */
  readonly priority: number;
}

/** A label like a flag: its leader goes up from the mark, its words fly to one side. */
export interface PlacedLabel {
  readonly id: string;
  readonly x: number;
  /** 0 is the row nearest to the marks. */
  readonly row: number;
  readonly left: number;
  readonly right: number;
}

interface Frame {
  readonly width: number;
  readonly rows: number;
}

const gap = 9;

/**
 * Gives as many labels as possible a place in `rows` rows of a drawing that is `width` wide. Where
 * marks stand close, their labels rise in steps, the earliest highest. No label leaves the drawing
 * or touches another one, and no leader (the line down to the mark) runs through a label.
 */
export function placeLabels(wishes: readonly LabelWish[], frame: Frame): PlacedLabel[] {
  let kept = wishes.filter(({ width }) => width <= frame.width).toSorted((a, b) => a.x - b.x);
  for (;;) {
    const placed = inSteps(kept, frame.width);
    const loser = loserOf(placed, frame.rows, priorities(kept));
    if (loser === null) {
      return placed.map(({ id, x, row, left, right }) => ({ id, x, row, left, right }));
    }
    kept = kept.filter(({ id }) => id !== loser);
  }
}

/** A label on its step, and the label that it had to rise above. */
interface Step extends PlacedLabel {
  readonly on: Step | null;
}

/** Words fly to the right of the mark; to its left where they would leave the drawing. */
function inSteps(wishes: readonly LabelWish[], width: number): Step[] {
  const fitsRight = (wish: LabelWish) => wish.x + wish.width <= width;
  const rightward: Step[] = [];
  for (const { id, x, width: own } of wishes.filter(fitsRight).toReversed()) {
    const right = x + own;
    const on = highest(rightward.filter((other) => other.x < right + gap));
    rightward.unshift({ id, x, row: on ? on.row + 1 : 0, left: x, right, on });
  }
  const leftward: Step[] = [];
  for (const { id, x, width: own } of wishes.filter((wish) => !fitsRight(wish))) {
    const left = x - own;
    const on = highest(leftward.filter((other) => other.x > left - gap));
    leftward.push({ id, x, row: on ? on.row + 1 : 0, left, right: x, on });
  }
  return [...rightward, ...leftward];
}

function highest(steps: readonly Step[]): Step | null {
  return steps.toSorted((a, b) => b.row - a.row)[0] ?? null;
}

/** The label to leave out first where some are in the way of others; null when all is well. */
function loserOf(
  steps: readonly Step[],
  rows: number,
  priority: ReadonlyMap<string, number>,
): string | null {
  for (const step of steps) {
    const rivals =
      step.row >= rows || step.left < 0
        ? staircase(step)
        : [step, ...steps.filter((other) => other !== step && collide(step, other))];
    const least = rivals.toSorted(
      (a, b) => (priority.get(a.id) ?? 0) - (priority.get(b.id) ?? 0),
    )[0];
    if (least && (rivals.length > 1 || step.row >= rows || step.left < 0)) return least.id;
  }
  return null;
}

/** A label and those below it, down to the lowest row. */
function staircase(step: Step): Step[] {
  return step.on ? [step, ...staircase(step.on)] : [step];
}

function priorities(wishes: readonly LabelWish[]): Map<string, number> {
  return new Map(wishes.map(({ id, priority }) => [id, priority]));
}

function collide(a: PlacedLabel, b: PlacedLabel): boolean {
  if (a.row === b.row) return a.left < b.right + gap && b.left < a.right + gap;
  const [near, far] = a.row < b.row ? [a, b] : [b, a];
  return far.x > near.left && far.x < near.right;
}
