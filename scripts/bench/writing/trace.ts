import { z } from "zod";

/** What Chromium is asked to record: tasks of its threads, and what was done in them. */
export const traceCategories = [
  "toplevel",
  "devtools.timeline",
  "disabled-by-default-devtools.timeline",
] as const;

const words = z.string().catch("");
const Event = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number(),
  dur: z.number().default(0),
  tdur: z.number().default(0),
  args: z
    .object({ name: words, data: z.object({ type: words }).catch({ type: "" }) })
    .catch({ name: "", data: { type: "" } }),
});
const Recorded = z.object({ traceEvents: z.array(z.unknown()) });

/** Something that a thread did; times in milliseconds. */
export interface Span {
  readonly name: string;
  /** Of a dispatched event: `keydown`, `message`. */
  readonly type: string;
  readonly start: number;
  readonly end: number;
  /** Of that, what the thread had a processor for: other programs may have had it meanwhile. */
  readonly cpu: number;
}

/** A thread with what it did, in order. */
export interface Thread {
  readonly name: string;
  /** What it did at one go; nothing else of the page runs meanwhile. */
  readonly tasks: readonly Span[];
  /** What happened within tasks. */
  readonly inner: readonly Span[];
}

const task = "RunTask";

interface Recording {
  name: string;
  readonly tasks: Span[];
  readonly inner: Span[];
}

/** Reads a recording as Chromium writes it. */
export function threadsOf(recording: string): Thread[] {
  const { traceEvents } = Recorded.parse(JSON.parse(recording));
  const threads = new Map<string, Recording>();
  for (const one of traceEvents) {
    const read = Event.safeParse(one);
    if (!read.success) continue;
    const key = `${read.data.pid} ${read.data.tid}`;
    const thread = threads.get(key) ?? { name: "", tasks: [], inner: [] };
    threads.set(key, thread);
    take(read.data, thread);
  }
  return [...threads.values()].map(({ name, tasks, inner }) => ({
    name,
    tasks: inOrder(tasks),
    inner: inOrder(inner),
  }));
}

function take({ name, ph, ts, dur, tdur, args }: z.infer<typeof Event>, thread: Recording): void {
  if (ph === "M" && name === "thread_name") thread.name = args.name;
  if (ph !== "X") return;
  const at = { start: ts / 1_000, end: (ts + dur) / 1_000, cpu: tdur / 1_000 };
  const span = { name, type: args.data.type, ...at };
  (name === task ? thread.tasks : thread.inner).push(span);
}

function inOrder(spans: readonly Span[]): Span[] {
  return spans.toSorted((one, other) => one.start - other.start);
}
