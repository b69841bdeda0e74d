/** When a person asks a second time, it is because the first time takes too long for them. */
const SAME_WISH = 1_000;

/** Two wishes of the person who runs the program, each fulfilled once. */
export type Stopping = {
  /** Stop when what is under way is done. */
  stop: AbortSignal;
  /** Stop at once. */
  hurry: AbortSignal;
};

/**
 * Listens for Ctrl-C, SIGTERM and the closing of the terminal.
 *
 * Through `npm start` a Ctrl-C arrives twice, from the terminal and from npm, within a moment;
 * that is one wish. One that comes more than a second after the first is another.
 */
export function listenForStop(): Stopping {
  const stop = new AbortController();
  const hurry = new AbortController();
  let first = 0;
  const asked = () => {
    if (!stop.signal.aborted) {
      first = performance.now();
      stop.abort();
    } else if (performance.now() - first > SAME_WISH) {
      hurry.abort();
    }
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, asked);
  return { stop: stop.signal, hurry: hurry.signal };
}

/** Waits for a signal; at once if it has been given. */
export function given(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
