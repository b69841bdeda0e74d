/** Steps shorter than this are not worth a line. In milliseconds. */
const PATIENCE = 2_000;

/** Prints a line for the person who started the program. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Prints a line that tells of something gone wrong. */
export function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

/**
 * Goes on when nobody reads what is printed any more. Without this, telling of the pipe that broke
 * breaks on it again, for ever, when whoever started the program was killed.
 */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
}

/**
 * Does a step of work and tells of it when it takes longer than two seconds: first what is being
 * done, then that it is done and how long it took.
 */
export async function step<T>(doing: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  let told = false;
  const timer = setTimeout(() => {
    told = true;
    say(`${doing} …`);
  }, PATIENCE);
  try {
    const result = await work();
    if (told && !cameToNothing(result)) say(`${doing}: done in ${secondsSince(began)} s.`);
    return result;
  } finally {
    clearTimeout(timer);
  }
}

function cameToNothing(result: unknown): boolean {
  const hasKind = typeof result === "object" && result !== null && "kind" in result;
  return hasKind && (result.kind === "fault" || result.kind === "stopped");
}

/** Seconds since a reading of `performance.now()`, with one decimal. */
export function secondsSince(began: number): string {
  return ((performance.now() - began) / 1000).toFixed(1);
}
