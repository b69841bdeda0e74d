import { expect, test } from "vitest";

import { keyWork, longTasks, typedThread, workerAnswers } from "./keystrokes";
import { threadsOf } from "./trace";

type Recorded = readonly [name: string, start: number, length: number, type?: string];

/** Half of the time the thread has a processor. */
const work = (clock: number) => ({ clock, cpu: clock / 2 });

/** A recording with these spans of one thread, in milliseconds. */
function recording(name: string, spans: readonly Recorded[], tid = 1) {
  const common = { pid: 1, tid };
  return [
    { ...common, ph: "M", name: "thread_name", ts: 0, args: { name } },
    ...spans.map(([span, start, length, type]) => ({
      ...common,
      ph: "X",
      name: span,
      ts: start * 1_000,
      dur: length * 1_000,
      tdur: length * 500,
      args: { data: { type } },
    })),
  ];
}

const threads = (...events: readonly unknown[]) =>
  threadsOf(JSON.stringify({ traceEvents: events.flat() }));

test("a key's work is all tasks up to the frame that shows it, without the waiting between", () => {
  const [thread] = threads(
    recording("CrRendererMain", [
      ["RunTask", 0, 3],
      ["EventDispatch", 1, 1, "keydown"],
      ["EventDispatch", 2, 1, "input"],
      // A save that came in the way.
      ["RunTask", 5, 2],
      ["RunTask", 16, 4],
      ["Commit", 19, 1],
      ["RunTask", 30, 9],
    ]),
  );
  expect(thread && keyWork(thread)).toEqual([work(3 + 2 + 4)]);
});

test("a key that is followed by another before a frame has the work up to that", () => {
  const [thread] = threads(
    recording("CrRendererMain", [
      ["RunTask", 0, 3],
      ["EventDispatch", 1, 1, "keydown"],
      ["RunTask", 5, 2],
      ["EventDispatch", 5, 1, "keydown"],
      ["RunTask", 16, 4],
      ["Commit", 19, 1],
    ]),
  );
  expect(thread && keyWork(thread)).toEqual([work(3), work(2 + 4)]);
});

test("the page's thread is the one with keys, and workers are known by their name", () => {
  const all = threads(
    recording("CrRendererMain", [["RunTask", 0, 80]], 1),
    recording(
      "CrRendererMain",
      [
        ["RunTask", 0, 60],
        ["EventDispatch", 1, 1, "keydown"],
      ],
      2,
    ),
    recording("DedicatedWorker thread", [["HandlePostMessage", 4, 7]], 3),
  );
  const typed = typedThread(all);
  expect(typed && longTasks(typed, 50)).toEqual([60]);
  expect(workerAnswers(all)).toEqual([work(7)]);
});
