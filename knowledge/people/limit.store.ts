import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";

import { database } from "#knowledge/database/client";

/** What is counted: how many points per so many seconds, for one key. */
const limits = {
  /** Wrong passwords for one account from one client. */
  "password of": { points: 10, duration: 15 * 60 },
  /** Wrong passwords for one account, whoever tries. */
  "password of from anywhere": { points: 100, duration: 60 * 60 },
  /** Wrong passwords and unknown links from one client. */
  "attempts from": { points: 100, duration: 15 * 60 },
  /** Refusals of visitors from one client that are written into the audit log. */
  "refusals from": { points: 1_000, duration: 60 * 60 },
  /** Notes of readers from one client. */
  "notes from": { points: 10, duration: 60 * 60 },
  /** What one member changes: saves, files, reviews. */
  "changes by": { points: 600, duration: 60 },
} as const;
type Limit = keyof typeof limits;

// A limiter belongs to the pool that it was made for.
const limiters = new WeakMap<object, Map<Limit, RateLimiterPostgres>>();

function limiterFor(limit: Limit): RateLimiterPostgres {
  const pool = database();
  const ofPool = limiters.get(pool) ?? new Map<Limit, RateLimiterPostgres>();
  limiters.set(pool, ofPool);
  const known = ofPool.get(limit);
  if (known) return known;
  const made = new RateLimiterPostgres({
    storeClient: pool,
    storeType: "pool",
    tableName: "RateLimit",
    tableCreated: true,
    keyPrefix: limit,
    ...limits[limit],
  });
  ofPool.set(limit, made);
  return made;
}

/** Seconds to wait before trying again; 0 where one may. */
export async function secondsToWait(limit: Limit, key: string): Promise<number> {
  const state = await limiterFor(limit).get(short(key));
  if (state === null || state.consumedPoints < limits[limit].points) return 0;
  return Math.max(1, Math.ceil(state.msBeforeNext / 1000));
}

/** Counts one try; gives the seconds to wait where it was one too many, else 0. */
export async function count(limit: Limit, key: string): Promise<number> {
  try {
    await limiterFor(limit).consume(short(key));
    return 0;
  } catch (error) {
    if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    throw error;
  }
}

/**
 * Counts one try under each of these, before it is known how it ends, so that tries at once cannot
 * pass. Gives the seconds to wait for the first of them that has no room, and then none has counted
 * it; those behind it never have, so that whoever is held up by one cannot fill the next.
 */
export async function countAll(tries: readonly Try[]): Promise<number> {
  for (const [at, [limit, key]] of tries.entries()) {
    const seconds = await count(limit, key);
    if (seconds === 0) continue;
    await giveBack(tries.slice(0, at + 1));
    return seconds;
  }
  return 0;
}

/** What a try is counted under. */
export type Try = readonly [Limit, key: string];

/** Takes back one try that was counted under each of these. */
export async function giveBack(tries: readonly Try[]): Promise<void> {
  await Promise.all(tries.map(([limit, key]) => limiterFor(limit).reward(short(key))));
}

/** Forgets what was counted. */
export async function forget(limit: Limit, key: string): Promise<void> {
  await limiterFor(limit).delete(short(key));
}

/** What wrong passwords for the account of this address are counted under, from this client. */
export function passwordKeys(address: string, client: string) {
  return { here: `${address} ${client}`, anywhere: address };
}

/** Forgets wrong passwords for an account: all that were tried from this client, and the sum. */
export async function forgetWrongPasswords(address: string, client: string): Promise<void> {
  const { here, anywhere } = passwordKeys(address, client);
  await forget("password of", here);
  await forget("password of from anywhere", anywhere);
}

// The table's key has 255 characters, and nobody's address is longer.
function short(key: string): string {
  return key.slice(0, 200);
}
