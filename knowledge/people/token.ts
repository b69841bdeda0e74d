import { createHash, randomBytes } from "node:crypto";

/** A token for a link that nobody can guess; only its hash is kept. */
export function newToken(): string {
  return randomBytes(24).toString("base64url");
}

/** SHA-256 (hex) of a token, by which it is found again. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
