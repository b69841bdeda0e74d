import { type ProcessSettings, createRenderProcess } from "./render-process";
import { RENDERER_VERSION, type StoryAnswer, type StoryOrder } from "./story-answer";
import { STORY_LIMIT } from "./story-limits";

/** How a renderer works, see `ProcessSettings`; `processes` is how many stories it does at a time. */
type RendererOptions = ProcessSettings & { processes: number };

/** Renders stories away from the process that serves readers, so that no text can end that one. */
export type Renderer = {
  /**
   * The story's HTML, or why it was refused; `citations` are the ids of the document's sources.
   * Rejects only when no process can be started, or when the renderer is closed.
   */
  render(markdown: string, sources: { citations: readonly string[] }): Promise<StoryAnswer>;
  /** Ends the processes. What still waits is rejected. */
  close(): Promise<void>;
};

type Job = {
  order: StoryOrder;
  resolve: (answer: StoryAnswer) => void;
  reject: (reason: unknown) => void;
};

/**
 * A renderer whose processes are started when first needed and kept. A story that takes longer than
 * the deadline (two seconds, up to two more for the longest stories, and more on a machine that is
 * busy with other things) or more memory than allowed is refused; its process is replaced, and each
 * story behind it gets its own full time. Idle processes do not keep this one alive, and none
 * outlives it for longer than the story that it is at.
 */
export function createRenderer(options: Partial<RendererOptions> = {}): Renderer {
  const { processes: count, ...settings } = { ...usual(), ...options };
  const processes = Array.from({ length: count }, () => createRenderProcess(settings));
  const idle = [...processes];
  const waiting: Job[] = [];
  let closed = false;

  function assign(): void {
    while (idle.length > 0 && waiting.length > 0) {
      const [free] = idle.splice(0, 1);
      const [job] = waiting.splice(0, 1);
      if (!free || !job) return;
      void free
        .answer(job.order)
        .then(job.resolve, job.reject)
        .finally(() => {
          idle.push(free);
          assign();
        });
    }
  }

  return {
    render(markdown, { citations }) {
      if (closed) return Promise.reject(new Error("The renderer was closed."));
      if (/^[ \t\r\n]*$/.test(markdown)) return Promise.resolve(nothing());
      // A text that will be refused for its size need not be copied to the process whole.
      const order = { markdown: markdown.slice(0, STORY_LIMIT + 1), citations: [...citations] };
      return new Promise((resolve, reject) => {
        waiting.push({ order, resolve, reject });
        assign();
      });
    },
    async close() {
      closed = true;
      for (const job of waiting.splice(0)) job.reject(new Error("The renderer was closed."));
      await Promise.all(processes.map((one) => one.end()));
    },
  };
}

function usual(): RendererOptions {
  return { root: process.cwd(), deadline: 2_000, memory: 256, silence: 120_000, processes: 1 };
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
