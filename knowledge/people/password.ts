import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";

import { Turns } from "./turns";

/** Fewest and most characters of a password. Any characters will do; spaces count too. */
export const passwordLimits = { least: 12, most: 200 } as const;

// OWASP's password storage cheat sheet: N=2^15, r=8, p=3 is one of the equivalents it asks for.
const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 128 * 1024 * 1024 } as const;
const saltBytes = 16;
const keyBytes = 32;

/** A password as it is kept: scrypt's costs, salt and key, so that costs can rise later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const key = await derived(password, salt, cost);
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64"), key.toString("base64")].join(
    "$",
  );
}

/** Whether the password is the one that was kept; false for what is not a kept password. */
export async function matchesPassword(password: string, kept: string): Promise<boolean> {
  const [scheme, N, r, p, salt = "", key = ""] = kept.split("$");
  if (scheme !== "scrypt") return false;
  const expected = Buffer.from(key, "base64");
  const options = { N: Number(N), r: Number(r), p: Number(p), maxmem: cost.maxmem };
  const found = await derived(password, Buffer.from(salt, "base64"), options);
  return found.length === expected.length && timingSafeEqual(found, expected);
}

interface Cost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
  readonly maxmem: number;
}

// Each takes 32 MB and one of Node's four threads, on which files are read and names looked up too.
const turns = new Turns(2);

function derived(password: string, salt: Buffer, options: Cost): Promise<Buffer> {
  // One person types "é" as one sign, another keyboard sends two.
  const normal = password.normalize("NFKC");
  return turns.run(
    () =>
      new Promise((resolve, reject) => {
        scrypt(normal, salt, keyBytes, options, (error, key) =>
          error ? reject(error) : resolve(key),
        );
      }),
  );
}

let strength: ZxcvbnFactory | undefined;

/** Why a password will not do; null where it does. `own` are words that anybody would try first. */
export function passwordFault(
  password: string,
  own: readonly string[],
): "too short" | "too long" | "too common" | null {
  const length = Array.from(password).length;
  if (length < passwordLimits.least) return "too short";
  if (length > passwordLimits.most) return "too long";
  strength ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  // 0 and 1 of 4 stand for what a list of common passwords and their variations finds.
  const { score } = strength.check(password, ["hindsight", ...own]);
  return score < 2 ? "too common" : null;
}
