import { PICTURE_ADDRESS } from "#knowledge/text/pictures";

import { textUnder } from "./answered";

/** What became of a picture that was sent to be kept. */
export type SentPicture =
  | { readonly kind: "kept"; readonly address: string }
  /** Why not, and what to do, as a sentence for who sent it. */
  | { readonly kind: "refused"; readonly why: string };

export type SendPicture = (file: File) => Promise<SentPicture>;

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
      const kept = textUnder(body, "address");
      if (response.ok && PICTURE_ADDRESS.test(kept)) return { kind: "kept", address: kept };
      return { kind: "refused", why: textUnder(body, "detail") || unreachable };
    } catch {
      return { kind: "refused", why: unreachable };
    }
  };
}
