import { type ThreadSettings, createRenderThread } from "./render-thread";
import { RENDERER_VERSION, type StoryAnswer, type StoryOrder } from "./story-answer";
import { STORY_LIMIT } from "./story-limits";

/** How a renderer works, see `ThreadSettings`; `threads` is how many stories it does at a time. */
type RendererOptions = ThreadSettings & { threads: number };

/** Renders stories away from the thread that serves readers. */
export type Renderer = {
  /**
   * The story's HTML, or why it was refused; `citations` are the ids of the document's sources.
   * Rejects only when no thread can be started, or when the renderer is closed.
   */
  render(markdown: string, sources: { citations: readonly string[] }): Promise<StoryAnswer>;
  /** Ends the threads. What still waits is rejected. */
  close(): Promise<void>;
};

type Job = {
  order: StoryOrder;
  resolve: (answer: StoryAnswer) => void;
  reject: (reason: unknown) => void;
};

/**
 * A renderer whose threads are started when first needed and kept. A story that takes longer than
 * the deadline (two seconds, up to two more for the longest stories, and more on a machine that is
 * busy with other things) or more memory than allowed is refused; its thread is replaced, and each story behind it gets its own full time.
 * Idle threads do not keep the process alive.
 */
export function createRenderer(options: Partial<RendererOptions> = {}): Renderer {
  const { threads: count, ...settings } = { ...usual(), ...options };
  const threads = Array.from({ length: count }, () => createRenderThread(settings));
  const idle = [...threads];
  const waiting: Job[] = [];
  let closed = false;

  function assign(): void {
    while (idle.length > 0 && waiting.length > 0) {
      const [thread] = idle.splice(0, 1);
      const [job] = waiting.splice(0, 1);
      if (!thread || !job) return;
      void thread
        .answer(job.order)
        .then(job.resolve, job.reject)
        .finally(() => {
          idle.push(thread);
          assign();
        });
    }
  }

  return {
    render(markdown, { citations }) {
      if (closed) return Promise.reject(new Error("The renderer was closed."));
      if (/^[ \t\r\n]*$/.test(markdown)) return Promise.resolve(nothing());
      // A text that will be refused for its size need not be copied to the thread whole.
      const order = { markdown: markdown.slice(0, STORY_LIMIT + 1), citations: [...citations] };
      return new Promise((resolve, reject) => {
        waiting.push({ order, resolve, reject });
        assign();
      });
    },
    async close() {
      closed = true;
      for (const job of waiting.splice(0)) job.reject(new Error("The renderer was closed."));
      await Promise.all(threads.map((thread) => thread.end()));
    },
  };
}

function usual(): RendererOptions {
  return { root: process.cwd(), deadline: 2_000, memory: 256, threads: 1 };
}

function nothing(): StoryAnswer {
  return {
    kind: "rendered",
    html: "",
    headings: [],
    links: [],
    citations: [],
    faults: [],
    version: RENDERER_VERSION,
  };
}
