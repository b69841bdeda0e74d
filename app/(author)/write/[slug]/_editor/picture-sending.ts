import * as z from "zod";

import { PICTURE_ADDRESS } from "#knowledge/text/pictures";

/** What became of a picture that was sent to be kept. */
export type SentPicture =
  | { readonly kind: "kept"; readonly address: string }
  /** Why not, and what to do, as a sentence for who sent it. */
  | { readonly kind: "refused"; readonly why: string };

export type SendPicture = (file: File) => Promise<SentPicture>;

const Kept = z.object({ address: z.string().regex(PICTURE_ADDRESS) });
const Problem = z.object({ detail: z.string() });

const unreachable =
  "The picture did not reach the server, and is not in the text. Put it in again once there is a connection.";

/** Milliseconds after which a picture is given up: 8 MB on a slow line. */
const longestWait = 120_000;

/** Sends pictures to an address; every answer is a value, whatever the line does. */
export function sendPicturesTo(address: string): SendPicture {
  return async (file) => {
    try {
      const response = await fetch(address, {
        method: "POST",
        headers: { "content-type": file.type || "application/octet-stream" },
        body: file,
        signal: AbortSignal.timeout(longestWait),
      });
      const body: unknown = await response.json();
      const kept = Kept.safeParse(body);
      if (response.ok && kept.success) return { kind: "kept", address: kept.data.address };
      const problem = Problem.safeParse(body);
      return { kind: "refused", why: problem.success ? problem.data.detail : unreachable };
    } catch {
      return { kind: "refused", why: unreachable };
    }
  };
}
