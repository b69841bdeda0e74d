import type { Span, Thread } from "./trace";

/** What a frame ends with on the page's thread: the picture is handed to the compositor. */
const frameEnd = "Commit";
const dispatched = "EventDispatch";
/** What a worker does with a message that was posted to it. */
const answer = "HandlePostMessage";
const ofAKey = new Set(["keydown", "keypress", "beforeinput", "textInput", "input"]);

/** The thread of the page in which keys were pressed; null where none was. */
export function typedThread(threads: readonly Thread[]): Thread | null {
  return threads.find(({ inner }) => inner.some(isKeydown)) ?? null;
}

function isKeydown({ name, type }: Span): boolean {
  return name === dispatched && type === "keydown";
}

/** Milliseconds of work: by the clock, and those in which the thread had a processor. */
export interface Work {
  readonly clock: number;
  readonly cpu: number;
}

/**
 * For each key what the page's thread worked from the key on until the frame that
 * shows it was handed over: every task in between, whatever it was for (the event, drawing, layout
 * and paint, and a save or an answer of the check that came in the way), without the time in which
 * the thread waited for the screen. Where the next key came before a frame, until that.
 */
export function keyWork({ tasks, inner }: Thread): Work[] {
  const keydowns = inner.filter(isKeydown);
  const ends = inner.filter(({ name }) => name === frameEnd);
  return keydowns.map((key, at) => {
    const next = keydowns[at + 1]?.start ?? Number.POSITIVE_INFINITY;
    const last = inner.findLast(
      ({ name, type, start }) =>
        name === dispatched && ofAKey.has(type) && start >= key.start && start < next,
    );
    const shown = ends.find(({ start }) => start >= (last ?? key).end)?.end ?? next;
    return workBetween(tasks, key.start, Math.min(shown, next));
  });
}

/** The tasks that were under way at some time between two moments. */
function workBetween(tasks: readonly Span[], from: number, to: number): Work {
  return tasks
    .filter(({ start, end }) => end > from && start < to)
    .map(workOf)
    .reduce((sum, { clock, cpu }) => ({ clock: sum.clock + clock, cpu: sum.cpu + cpu }), none);
}

const none: Work = { clock: 0, cpu: 0 };

function workOf({ start, end, cpu }: Span): Work {
  return { clock: end - start, cpu };
}

/** Milliseconds of each task that is longer than so many. */
export function longTasks({ tasks }: Thread, least: number): number[] {
  return tasks.map(({ start, end }) => end - start).filter((length) => length > least);
}

/** What each message took that a worker of the page has answered. */
export function workerAnswers(threads: readonly Thread[]): Work[] {
  return threads
    .filter(({ name }) => name.startsWith("DedicatedWorker"))
    .flatMap(({ inner }) => inner)
    .filter(({ name }) => name === answer)
    .map(workOf);
}
