import type { ClientBase } from "pg";

import { readDocument } from "#knowledge/incident/read-document";
import { createRenderer } from "#knowledge/text/renderer";
import { RENDERER_VERSION } from "#knowledge/text/story-answer";

import { saveRendering, staleRevisions } from "./stale-story.store";

/** Renders published stories that an older renderer wrote, so that its faults do not live on. */
export async function renderStaleStories(
  connection: ClientBase,
  say: (line: string) => void,
): Promise<void> {
  const stale = await staleRevisions(connection, RENDERER_VERSION);
  if (stale.length === 0) return;
  say(`rendering ${stale.length} stories anew`);
  const renderer = createRenderer();
  try {
    for (const { id, slug, source } of stale) {
      const read = readDocument(source, `${slug}.md`);
      if (read.kind === "faulty") throw new Error(`the saved document ${slug} cannot be read`);
      const citations = read.document.record.sources.map((citation) => citation.id);
      const answer = await renderer.render(read.document.story, { citations });
      // A story that a newer renderer refuses keeps the HTML that it has.
      if (answer.kind === "rendered") await saveRendering(connection, id, answer);
      else say(`  ${slug}: kept as it was; ${answer.faults[0]?.message}`);
    }
  } finally {
    await renderer.close();
  }
}
