const day = 24 * 60 * 60 * 1000;

/** The number of the UTC day in which a time lies; what turns daily on the front page counts by it. */
export function turnOf(time: Date): number {
  return Math.floor(time.getTime() / day);
}

/** When the next turn begins: the following 00:00 UTC. */
export function nextTurn(time: Date): Date {
  return new Date((turnOf(time) + 1) * day);
}

/** The turn that it is now, and when it ends. */
export function currentTurn(): { turn: number; until: Date } {
  const now = new Date();
  return { turn: turnOf(now), until: nextTurn(now) };
}

/** As many of the things as asked for, beginning one further at each turn. */
export function inTurn<Thing>(things: readonly Thing[], turn: number, count: number): Thing[] {
  if (things.length <= count) return [...things];
  const start = turn % things.length;
  return [...things.slice(start), ...things.slice(0, start)].slice(0, count);
}
