import {
  refusalNoted,
  refuseAct,
  refused,
  refuseUnknown,
  takingFile,
  unreadable,
  type Changed,
} from "#app/_api/changing";
import { pictureFaults } from "#app/_api/picture-faults";
import { bytesUpTo } from "#app/_api/read-body";
import { paths } from "#app/paths";
import type { Member } from "#knowledge/people/actor";
import { areTooManyWaiting, pictureLimits } from "#knowledge/review/pictures/picture-making";
import { addPicture, type Added } from "#knowledge/review/pictures/pictures";
import { reach } from "#knowledge/review/review";

export { noReading as GET } from "#app/_api/no-reading";

const types: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/webp"]);

interface Context {
  readonly params: Promise<{ slug: string }>;
}

/**
 * Puts a picture into a review: the body is its file. Answers `{address, width, height}`, of which
 * the story takes the address.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  const page = paths.review(slug);
  return takingFile(request, page, async (actor): Promise<Changed> => {
    // Before eight megabytes are read, and once more when they are stored.
    const reached = await reach(actor, "edit", slug);
    if (reached.kind !== "reached") return withheld(request, actor, page, reached.kind);
    const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
    if (!types.has(type)) {
      await refusalNoted(request, actor, unreadable[415]);
      return refused(page, 415, pictureFaults["no picture"]);
    }
    if (areTooManyWaiting()) return told({ kind: "busy" }, page);
    const file = await bytesUpTo(request, pictureLimits.bytes);
    if (file === null) {
      await refusalNoted(request, actor, unreadable[413]);
      return refused(page, 413, "This file is larger than 8 MB. Make the picture smaller.");
    }
    const added = await addPicture(actor, slug, file);
    return added.kind === "unknown" || added.kind === "not allowed"
      ? withheld(request, actor, page, added.kind)
      : told(added, page);
  });
}

const quotaUsedUp =
  "You have put in pictures of 200 MB, which is as much as one account may. Those that no text shows any more make room after some days.";

const tooMany =
  "Many pictures are being put in at the moment, so this one was not taken. Try again in a minute.";

function told(added: Exclude<Added, { kind: "unknown" | "not allowed" }>, page: string): Changed {
  switch (added.kind) {
    case "added": {
      const { address, width, height } = added;
      return { kind: "done", next: page, value: { address, width, height } };
    }
    case "unfit":
      return refused(page, 422, pictureFaults[added.fault]);
    case "busy":
      return refused(page, 503, tooMany);
    case "quota used up":
      return refused(page, 409, quotaUsedUp);
  }
}

function withheld(
  request: Request,
  actor: Member,
  page: string,
  kind: "unknown" | "not allowed",
): Promise<Changed> {
  return kind === "unknown"
    ? refuseUnknown(request, actor, paths.reviews())
    : refuseAct(request, actor, page);
}
