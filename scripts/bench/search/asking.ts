import type { Chance } from "../chance";
import { fetched, type Fetched } from "../request";

/** What one of several addresses took, in milliseconds, each time that it was asked for. */
export interface Answers {
  readonly path: string;
  readonly milliseconds: readonly number[];
}

export interface Asking {
  readonly origin: string;
  readonly paths: readonly string[];
  readonly rounds: number;
  /** Mixes the paths anew for each round, so that none always follows the same one. */
  readonly chance: Chance;
  /** Done before each round, such as having the server forget what it keeps. */
  readonly beforeRound?: () => Promise<unknown>;
  readonly stop: AbortSignal;
}

/**
 * Asks for each path once in each round, one after the other, and measures from the question to the
 * last byte of the answer. Rejects when an answer is anything but 200: it would be no answer to measure.
 */
export async function askedByTurns(asking: Asking): Promise<Answers[]> {
  const { origin, paths, rounds, chance, beforeRound, stop } = asking;
  const times = new Map<string, number[]>(paths.map((path) => [path, []]));
  for (let round = 0; round < rounds; round += 1) {
    await beforeRound?.();
    for (const path of mixed(paths, chance)) {
      stop.throwIfAborted();
      const began = performance.now();
      await answerOf(`${origin}${path}`);
      times.get(path)?.push(performance.now() - began);
    }
  }
  return paths.map((path) => ({ path, milliseconds: times.get(path) ?? [] }));
}

/** An answer of 200, packed as a browser asks for it. Rejects when it is another. */
export async function answerOf(address: string): Promise<Fetched> {
  const answer = await fetched(address, { "accept-encoding": "br" });
  if (answer.status !== 200) throw new Error(`${address} answers ${answer.status}`);
  return answer;
}

/** All of a list in another order. */
function mixed<Item>(list: readonly Item[], chance: Chance): Item[] {
  return list
    .map((item) => ({ item, place: chance.below(1_000_000_000) }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ item }) => item);
}

export interface Searching {
  readonly origin: string;
  readonly paths: readonly string[];
  /** How many ask at the same time, each for the next as soon as it has an answer. */
  readonly searchers: number;
  readonly seconds: number;
  readonly chance: Chance;
  readonly stop: AbortSignal;
}

/** What came of many asking at once. */
export interface Searched {
  readonly perSecond: number;
  readonly milliseconds: readonly number[];
  /** How often which went wrong: a status other than 200, or the error of a connection. */
  readonly failures: ReadonlyMap<string, number>;
}

/** Has many ask at once for so many seconds, each for one path after the other by chance. */
export async function searchedAtOnce(searching: Searching): Promise<Searched> {
  const { origin, paths, searchers, seconds, chance, stop } = searching;
  const milliseconds: number[] = [];
  const failures = new Map<string, number>();
  const began = performance.now();
  const oneSearcher = async () => {
    while (performance.now() - began < seconds * 1_000) {
      stop.throwIfAborted();
      const asked = performance.now();
      const failure = await failureOf(`${origin}${chance.one(paths)}`);
      milliseconds.push(performance.now() - asked);
      if (failure !== null) failures.set(failure, (failures.get(failure) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: searchers }, oneSearcher));
  const took = (performance.now() - began) / 1_000;
  return { perSecond: milliseconds.length / took, milliseconds, failures };
}

async function failureOf(address: string): Promise<string | null> {
  try {
    const { status } = await fetched(address);
    return status === 200 ? null : String(status);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
