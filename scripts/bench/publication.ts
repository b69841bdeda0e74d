import { cp, writeFile } from "node:fs/promises";
import path from "node:path";

import { writeDocument } from "#knowledge/incident/write-document";
import { importContent } from "#knowledge/library/import";
import { readContent } from "#knowledge/library/read-content";
import { contentFolder } from "#server/project";

import { connectedTo } from "./connected-to";
import type { Publish } from "./staleness";
import { withTemporaryFolder } from "./temporary-folder";

/**
 * Does work that publishes: each call of what it is given imports, from this process, a copy of the
 * shipped content in which one document has another title than before.
 */
export async function withPublishing<T>(
  databaseUrl: string,
  slug: string,
  work: (publish: Publish) => Promise<T>,
): Promise<T> {
  return connectedTo(databaseUrl, () =>
    withTemporaryFolder(async (folder) => {
      const copy = path.join(folder, "content");
      await cp(contentFolder, copy, { recursive: true });
      const document = await documentOf(slug);
      let published = 0;
      return work(async () => {
        published += 1;
        const title = `Published ${published} times by the benchmark`;
        const record = { ...document.record, title };
        const file = path.join(copy, "incidents", `${slug}.md`);
        await writeFile(file, writeDocument({ ...document, record }));
        const outcome = await importContent({ folder: copy, say: () => undefined });
        if (outcome.kind !== "applied") throw new Error(`the publication was ${outcome.kind}`);
        return { isNew: (html) => html.includes(title) };
      });
    }),
  );
}

async function documentOf(slug: string) {
  const read = await readContent(contentFolder);
  if (read.kind === "faulty") throw new Error("the shipped content has faults: hindsight check");
  const found = read.content.incidents.find((incident) => incident.slug === slug);
  if (!found) throw new Error(`the shipped content has no incident ${slug}`);
  return found.document;
}
