import { createHash, createHmac, randomBytes } from "node:crypto";

/** A token for a link that nobody can guess; only its hash is kept. */
export function newToken(): string {
  return randomBytes(24).toString("base64url");
}

/**
 * A token that comes out the same for the same words, and that nobody can guess who does not know the
 * site's secret. `purpose` keeps tokens of one kind from being those of another.
 */
export function tokenOf(purpose: string, words: readonly string[]): string {
  const secret = process.env.SECRET ?? "";
  if (secret === "") throw new Error("the site has no secret");
  const made = createHmac("sha256", secret).update(JSON.stringify([purpose, ...words]));
  return made.digest().subarray(0, 24).toString("base64url");
}

/** SHA-256 (hex) of a token, by which it is found again. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
