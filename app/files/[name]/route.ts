import { plainAnswer } from "#app/_twins/answers";
import { actorOf } from "#knowledge/people/sign-in.store";
import { pictureBytes } from "#knowledge/review/pictures/picture.store";
import { audienceOfPicture, type PictureAudience } from "#knowledge/review/pictures/pictures";
import { PICTURE_FILE } from "#knowledge/text/pictures";

export const dynamic = "force-dynamic";

interface Context {
  readonly params: Promise<{ name: string }>;
}

// The bytes of an address never change, but who may see them does. What everybody may see is asked
// for again after an hour, so that no proxy shows it long after it was taken from readers; what is
// for some belongs to the session in which it was seen.
const cacheFor: Readonly<Record<PictureAudience, string>> = {
  everybody: "public, max-age=3600, immutable",
  some: "private, max-age=31536000, immutable",
};

/** A picture of a story, for whoever may see a document into which it was put. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { name } = await params;
  const hash = PICTURE_FILE.exec(name)?.[1];
  const actor = await actorOf(request.headers);
  const audience = hash === undefined ? null : await audienceOfPicture(actor, hash);
  if (hash === undefined || audience === null) return nothing();
  const headers = {
    "cache-control": cacheFor[audience],
    etag: `"${hash}"`,
    vary: "Cookie",
    "x-content-type-options": "nosniff",
  };
  if (request.headers.get("if-none-match")?.includes(`"${hash}"`) === true) {
    return new Response(null, { status: 304, headers });
  }
  const bytes = await pictureBytes(hash);
  if (bytes === null) return nothing();
  return new Response(bytes, {
    headers: {
      ...headers,
      "content-type": "image/webp",
      "content-disposition": `inline; filename="${hash.slice(0, 12)}.webp"`,
    },
  });
}

function nothing(): Response {
  const answer = plainAnswer("There is no such picture.", 404);
  answer.headers.set("cache-control", "no-store");
  return answer;
}
