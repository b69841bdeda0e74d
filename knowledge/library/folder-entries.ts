import type { Dirent } from "node:fs";
import { readdir, realpath } from "node:fs/promises";
import { sep } from "node:path";

/**
 * What lies in a folder, in the order of the names; nothing where there is none. Names that begin
 * with a dot belong to editors and systems and are passed over.
 */
export async function entriesOf(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter(({ name }) => !name.startsWith("."))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether a path, links followed, lies in the folder whose real path `root` is. */
export async function isInside(root: string, path: string): Promise<boolean> {
  const real = await realpath(path).catch(() => null);
  return real !== null && (real === root || real.startsWith(root + sep));
}
