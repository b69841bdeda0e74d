import type { Span, Thread } from "./trace";

/** What a frame ends with on the page's thread: the picture is handed to the compositor. */
const frameEnd = "Commit";
const dispatched = "EventDispatch";
const ofAKey = new Set(["keydown", "keypress", "beforeinput", "textInput", "input"]);

/** The thread of the page in which keys were pressed; null where none was. */
export function typedThread(threads: readonly Thread[]): Thread | null {
  return threads.find(({ inner }) => inner.some(isKeydown)) ?? null;
}

function isKeydown({ name, type }: Span): boolean {
  return name === dispatched && type === "keydown";
}

/**
 * For each key the milliseconds that the page's thread worked from the key on until the frame that
 * shows it was handed over: every task in between, whatever it was for (the event, drawing, layout
 * and paint, and a save or an answer of the check that came in the way), without the time in which
 * the thread waited for the screen. Where the next key came before a frame, until that.
 */
export function keyWork({ tasks, inner }: Thread): number[] {
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

/** Milliseconds of the tasks that were under way at some time between two moments. */
function workBetween(tasks: readonly Span[], from: number, to: number): number {
  return tasks
    .filter(({ start, end }) => end > from && start < to)
    .reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Milliseconds of each task that is longer than so many. */
export function longTasks({ tasks }: Thread, least: number): number[] {
  return tasks.map(({ start, end }) => end - start).filter((length) => length > least);
}

/** Milliseconds of each message that a worker of the page has answered. */
export function workerAnswers(threads: readonly Thread[]): number[] {
  return threads
    .filter(({ name }) => name.startsWith("DedicatedWorker"))
    .flatMap(({ inner }) => inner)
    .filter(({ name, type }) => name === dispatched && type === "message")
    .map(({ start, end }) => end - start);
}
