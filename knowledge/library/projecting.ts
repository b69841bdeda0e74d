import type { ClientBase } from "pg";

import type { IncidentDocument } from "#knowledge/incident/document";
import type { Published } from "#knowledge/incident/projection";
import {
  emptyProjection,
  removeFromProjection,
  withdrawnDocuments,
  writeToProjection,
} from "#knowledge/incident/projection.store";
import { readDocument } from "#knowledge/incident/read-document";
import {
  emptySearchIndex,
  removeFromSearchIndex,
  writeToSearchIndex,
} from "#knowledge/search/search-index.store";

import { publishedSources, type Stored } from "./document-import.store";

/**
 * Raised when the tables for reading and search hold something they did not: the next start then
 * fills them anew, although no file has changed.
 */
export const PROJECTION_VERSION = 4;

/** Projects documents that have just been published, from their parsed form by slug. */
export async function projectDocuments(
  connection: ClientBase,
  stored: readonly Stored[],
  read: AlreadyRead,
): Promise<void> {
  await write(
    connection,
    stored.flatMap((one) => {
      const document = read.get(one.slug)?.document;
      return document ? [{ ...one, document }] : [];
    }),
  );
}

/** Projects one document that has just been published. */
export async function projectOne(connection: ClientBase, published: Published): Promise<void> {
  await write(connection, [published]);
}

/** Takes documents out of lists and search. */
export async function removeFromLists(
  connection: ClientBase,
  documentIds: readonly number[],
): Promise<void> {
  await remove(connection, documentIds);
}

const batch = 250;

/** What has been read already, by slug, so that it need not be parsed a second time. */
export type AlreadyRead = ReadonlyMap<
  string,
  { readonly source: string; readonly document: IncidentDocument }
>;

/** Makes the projection of every published document again; gives how many there are. */
export async function projectEverything(
  connection: ClientBase,
  read: AlreadyRead = new Map(),
): Promise<number> {
  let count = 0;
  let after = 0;
  for (;;) {
    const sources = await publishedSources(connection, after, batch);
    await write(
      connection,
      sources.map(({ source, ...one }) => {
        const known = read.get(one.slug);
        const document =
          known?.source === source ? known.document : publishedDocument(one.slug, source);
        return { ...one, document };
      }),
    );
    count += sources.length;
    const last = sources.at(-1);
    if (!last) return count;
    after = last.documentId;
  }
}

// What was published has been read before, so a fault here is a bug, and no reader's.
function publishedDocument(slug: string, source: string): IncidentDocument {
  const read = readDocument(source, `${slug}.md`);
  if (read.kind === "read") return read.document;
  throw new Error(`the published document ${slug} cannot be read: ${read.faults[0]?.message}`);
}

/** Takes out of lists and search what is no longer published. */
export async function removeWithdrawn(connection: ClientBase): Promise<void> {
  const gone = await withdrawnDocuments(connection);
  if (gone.length > 0) await remove(connection, gone);
}

/** Empties lists and search of all documents. Sources stay: their addresses are permanent. */
export async function removeEverything(connection: ClientBase): Promise<void> {
  await emptySearchIndex(connection);
  await emptyProjection(connection);
}

async function write(connection: ClientBase, published: readonly Published[]): Promise<void> {
  await remove(
    connection,
    published.map(({ documentId }) => documentId),
  );
  await writeToProjection(connection, published);
  await writeToSearchIndex(connection, published);
}

async function remove(connection: ClientBase, documentIds: readonly number[]): Promise<void> {
  await removeFromSearchIndex(connection, documentIds);
  await removeFromProjection(connection, documentIds);
}
