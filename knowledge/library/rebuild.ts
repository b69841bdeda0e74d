import { settleNames } from "#knowledge/incident/projection.store";
import { writeSearchNames } from "#knowledge/search/search-name.store";

import { lockLibrary } from "./document-import.store";
import { announceTags } from "./import-record.store";
import { projectEverything, removeEverything } from "./projecting";
import { renderStaleStories } from "./stale-stories";
import { inTransaction } from "./transaction.store";

/**
 * Makes the projection again from the published documents, in one transaction, and renders stories
 * that an older renderer wrote. Readers see the old projection until it is done. Gives the number of
 * documents.
 */
export async function rebuildProjection(say: (line: string) => void): Promise<number> {
  return inTransaction(async (connection) => {
    await lockLibrary(connection);
    await renderStaleStories(connection, say);
    await removeEverything(connection);
    const count = await projectEverything(connection);
    await settleNames(connection);
    await writeSearchNames(connection);
    await announceTags(connection, ["*"]);
    return count;
  }, 0);
}
