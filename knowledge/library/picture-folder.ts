import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";

import { pictureLimits } from "#knowledge/review/pictures/picture-making";
import type { Fault } from "#knowledge/text/fault";
import { PICTURE_FILE } from "#knowledge/text/pictures";

import { entriesOf, isInside } from "./folder-entries";

/** Where pictures lie in a content folder: beside the incidents, as their stories say. */
export const pictureFolder = "incidents/files";

/** A picture as it lies there; its name is the SHA-256 (hex) of its bytes. */
export interface PictureFile {
  /** Its path inside the content folder. */
  readonly name: string;
  readonly hash: string;
}

/** The pictures of a content folder whose real path `root` is, in the order of their names. */
export async function readPictureFolder(
  root: string,
): Promise<{ pictures: PictureFile[]; faults: Fault[] }> {
  const pictures: PictureFile[] = [];
  const faults: Fault[] = [];
  for (const { name: file } of await entriesOf(join(root, pictureFolder))) {
    const name = `${pictureFolder}/${file}`;
    const hash = PICTURE_FILE.exec(file)?.[1];
    const wrong = (message: string) => faults.push({ file: name, line: 1, message });
    if (hash === undefined) {
      wrong("expected a file name of 64 digits 0 to 9 and a to f, with the ending .webp");
    } else if ((await pictureFrom(root, hash)) === null) {
      wrong("expected a picture whose SHA-256 is its name, of at most 8 MB");
    } else pictures.push({ name, hash });
  }
  return { pictures, faults };
}

/** The bytes of a picture in a content folder; null where they are not there, or are others. */
export async function pictureFrom(root: string, hash: string): Promise<Buffer | null> {
  const path = join(root, pictureFolder, `${hash}.webp`);
  if (!(await isInside(root, path))) return null;
  const found = await stat(path).catch(() => null);
  if (!found?.isFile() || found.size > pictureLimits.bytes) return null;
  const bytes = await readFile(path).catch(() => null);
  const isThis = bytes && createHash("sha256").update(bytes).digest("hex") === hash;
  return isThis ? bytes : null;
}
