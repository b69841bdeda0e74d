import type { ClientBase } from "pg";

import { visitor, type Actor } from "#knowledge/people/actor";
import { mayRead, mayWith, type GuardedSite } from "#knowledge/people/rules";
import { guardedSite } from "#knowledge/people/site.store";
import { pictureAddress, pictureHashes, picturesIn } from "#knowledge/text/pictures";

import type { Outcome } from "../outcome";
import { reach } from "../review";
import { makePicture, pictureLimits, type PictureFault } from "./picture-making";
import {
  bytesOfAccount,
  inTransaction,
  insertPicture,
  keptPictures,
  linkPictures,
  lockPictures,
  lockQuota,
  picturesOf,
  sweepPictures,
  usesOf,
  type PictureUse,
} from "./picture.store";

export type Added =
  /** `address` is what the story says to show it. */
  | {
      readonly kind: "added";
      readonly address: string;
      readonly width: number;
      readonly height: number;
    }
  | { readonly kind: "unfit"; readonly fault: PictureFault }
  | Outcome<"busy" | "quota used up" | "unknown" | "not allowed">;

/** Puts a picture into a document that the actor may edit. */
export async function addPicture(actor: Actor, slug: string, file: Buffer): Promise<Added> {
  const allowed = await reach(actor, "edit", slug);
  if (allowed.kind !== "reached") return { kind: allowed.kind };
  const made = await makePicture(file);
  if (made.kind === "refused") return { kind: "unfit", fault: made.fault };
  if (made.kind === "busy") return made;
  const { picture } = made;
  return inTransaction(async (connection): Promise<Added> => {
    const reached = await reach(actor, "edit", slug, connection);
    if (reached.kind !== "reached") return { kind: reached.kind };
    await lockPictures("to add", connection);
    const accountId = reached.actor.id;
    await lockQuota(accountId, connection);
    const { hash, bytes, width, height } = picture;
    const isKept = (await keptPictures([hash], connection)).has(hash);
    const used = isKept ? 0 : (await bytesOfAccount(accountId, connection)) + bytes.length;
    if (used > pictureLimits.quota) return { kind: "quota used up" };
    await insertPicture(picture, accountId, connection);
    await linkPictures(reached.review.documentId, [hash], connection);
    return { kind: "added", address: pictureAddress(hash), width, height };
  });
}

/**
 * Takes the pictures along that a text shows and that came with it from another document, as far as
 * the actor may see them there. Others stay hidden, whoever writes down their address.
 */
export async function adoptPictures(
  actor: Actor,
  { documentId, source }: { documentId: number; source: string },
  connection: ClientBase,
): Promise<void> {
  const hashes = pictureHashes(source);
  if (hashes.length === 0) return;
  const own = await picturesOf(documentId, hashes, connection);
  const foreign = hashes.filter((hash) => !own.has(hash));
  if (foreign.length === 0) return;
  await lockPictures("to add", connection);
  const [uses, site] = [await usesOf(foreign, connection), await guardedSite(connection)];
  const seen = uses.filter((use) => audienceOf(actor, use, site) !== null);
  await linkPictures(
    documentId,
    seen.map(({ hash }) => hash),
    connection,
  );
}

/** What a story shows and its document does not have, with the line in the story, from 1. */
export async function missingPictures(
  { documentId, story }: { documentId: number; story: string },
  connection: ClientBase,
): Promise<{ line: number; message: string }[]> {
  const shown = picturesIn(story);
  if (shown.length === 0) return [];
  const hashes = shown.map(({ hash }) => hash);
  const kept = await picturesOf(documentId, hashes, connection);
  return shown
    .filter(({ hash }) => !kept.has(hash))
    .map(({ hash, line }) => ({
      line,
      message: `there is no picture ${pictureAddress(hash).slice(0, 18)}… of this document; put it in anew`,
    }));
}

/** For whom a picture is: everybody, or those who are signed in as this actor is. */
export type PictureAudience = "everybody" | "some";

/** For whom a picture of this hash is; null where there is none that this actor may see. */
export async function audienceOfPicture(
  actor: Actor,
  hash: string,
): Promise<PictureAudience | null> {
  const [uses, site] = await Promise.all([usesOf([hash]), guardedSite()]);
  const audiences = uses.map((use) => audienceOf(actor, use, site));
  if (audiences.includes("everybody")) return "everybody";
  return audiences.includes("some") ? "some" : null;
}

/** What readers see is for who may read it; anything else for who works on the document. */
function audienceOf(actor: Actor, use: PictureUse, site: GuardedSite): PictureAudience | null {
  // Nobody approves a picture by itself.
  const document = { ...use, writers: [] };
  if (use.isShown && mayRead(visitor, document, site)) return "everybody";
  const mayReadIt = use.isShown && mayRead(actor, document, site);
  return mayReadIt || mayWith(actor, "see", document, site) ? "some" : null;
}

/** Days after which a picture that no revision shows is removed. */
const unusedDays = 7;

/** Removes pictures that no revision shows any more. */
export async function removeUnusedPictures(connection: ClientBase): Promise<number> {
  await lockPictures("to sweep", connection);
  return sweepPictures(unusedDays, connection);
}
