import { realpath } from "node:fs/promises";

import { readKeptPicture } from "#knowledge/review/pictures/picture-making";
import { story, type Fault } from "#knowledge/text/fault";
import { pictureAddress, picturesIn } from "#knowledge/text/pictures";

import type { IncidentFile, ShownPicture } from "./content";
import { pictureFrom, type PictureFile } from "./picture-folder";

/**
 * The pictures that incidents show, decoded to see that they are some. Each must lie beside them;
 * those that nothing shows are left alone, since an export removes none.
 */
export async function readShownPictures(
  folder: string,
  files: readonly PictureFile[],
  incidents: readonly IncidentFile[],
): Promise<{ pictures: ShownPicture[]; faults: Fault[] }> {
  const lying = new Map(files.map(({ hash, name }) => [hash, name]));
  const shown = incidents.flatMap((incident) =>
    picturesIn(incident.document.story).map(({ hash, line }) => ({ hash, line, incident })),
  );
  const faults = shown
    .filter(({ hash }) => !lying.has(hash))
    .map(({ hash, line, incident }) => ({
      file: incident.file,
      line: incident.lineOf([story, line - 1]),
      message: `expected the picture ${pictureAddress(hash)} beside it, found nothing`,
    }));
  const pictures: ShownPicture[] = [];
  for (const hash of new Set(shown.map((one) => one.hash))) {
    const file = lying.get(hash);
    if (file === undefined) continue;
    const picture = await pictureIn(folder, hash);
    if (picture) pictures.push(picture);
    else {
      const message = "expected a still picture as WebP, with no data besides it";
      faults.push({ file, line: 1, message });
    }
  }
  return { pictures, faults };
}

async function pictureIn(folder: string, hash: string): Promise<ShownPicture | null> {
  const bytes = await pictureFrom(await realpath(folder), hash);
  const picture = bytes && (await readKeptPicture(bytes));
  return picture && { hash, width: picture.width, height: picture.height };
}
