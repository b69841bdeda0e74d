import { realpath } from "node:fs/promises";

import type { ClientBase } from "pg";

import {
  insertPicture,
  keptPictures,
  linkPicturesTo,
  lockPictures,
} from "#knowledge/review/pictures/picture.store";
import { pictureHashes } from "#knowledge/text/pictures";

import type { Content } from "./content";
import { pictureFrom } from "./picture-folder";
import type { Step } from "./plan";

/** Keeps the pictures of the documents that files bring, and notes whose they are. */
export async function importPictures(
  connection: ClientBase,
  { folder, content, steps }: { folder: string; content: Content; steps: readonly Step[] },
): Promise<void> {
  const { pictures, incidents } = content;
  if (pictures.length === 0) return;
  await lockPictures("to add", connection);
  const root = await realpath(folder);
  const kept = await keptPictures(
    pictures.map(({ hash }) => hash),
    connection,
  );
  for (const picture of pictures.filter(({ hash }) => !kept.has(hash))) {
    const bytes = await pictureFrom(root, picture.hash);
    if (!bytes) throw new Error(`${picture.hash}.webp has changed while it was imported`);
    await insertPicture({ ...picture, bytes }, null, connection);
  }
  const left = new Set(steps.flatMap((step) => (step.kind === "conflict" ? [step.slug] : [])));
  for (const { slug, source } of incidents) {
    const hashes = pictureHashes(source);
    if (hashes.length > 0 && !left.has(slug)) await linkPicturesTo(slug, hashes, connection);
  }
}
