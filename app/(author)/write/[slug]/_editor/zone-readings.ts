import { readMoment } from "#knowledge/incident/moment";
import { momentReadAgain } from "#knowledge/incident/moment-read-again";
import type { Zone } from "#knowledge/incident/written-zone";
import { chosenZone, type Draft } from "#knowledge/review/draft";

import type { DraftStore } from "./draft-store";
import { keyMoments } from "./time-contexts";

/** A time that names no zone, as it was read. */
interface Reading {
  readonly moment: string;
  readonly zone: Zone;
}

/** Readings of one place that are known. */
const mostReadings = 20;

/** Times that stand as they were read in another zone than the one that holds by now. */
export interface ReadElsewhere {
  readonly count: number;
  /** The zones in which they were read, by name. */
  readonly zones: readonly string[];
}

/**
 * Which times of the draft named no zone and were read in the one that held then, as far as this
 * page has read them. In the record they are moments, which another zone does not change: whoever
 * mends the zone is asked whether these times were meant in it.
 */
export class ZoneReadings {
  readonly #store: DraftStore;
  /** The latest readings of a place, the last one first: undoing brings an earlier one back. */
  readonly #read = new Map<string, readonly Reading[]>();

  constructor(store: DraftStore) {
    this.#store = store;
  }

  /** Notes that the time at a place was read in a zone that it does not name; null where it names its own. */
  note(place: string, moment: string, zone: Zone | null): void {
    const key = this.#keyOf(place);
    const before = (this.#read.get(key) ?? []).filter((one) => one.moment !== moment);
    const latest = zone === null ? [] : [{ moment, zone }];
    this.#read.set(key, [...latest, ...before].slice(0, mostReadings));
  }

  /** Those that were read in another zone; null where none was. */
  elsewhere(): ReadElsewhere | null {
    const now = chosenZone(this.#store.draft);
    const found = now === null ? [] : this.#standing().filter(({ zone }) => zone.name !== now.name);
    if (found.length === 0) return null;
    return { count: found.length, zones: [...new Set(found.map(({ zone }) => zone.name))] };
  }

  /**
   * Reads these again in the zone that holds; it can be undone in one step. A span that clocks which
   * are put forward or back would turn around stays, and goes on to be asked about.
   */
  readAgain(): void {
    const now = chosenZone(this.#store.draft);
    if (now === null) return;
    const again = new Map(
      this.#standing().flatMap(({ place, moment, zone }) => {
        const next = momentReadAgain(moment, zone, now);
        return readMoment(next) === null ? [] : [[place, next] as const];
      }),
    );
    for (const [place, moment] of again) this.note(place, moment, now);
    this.#store.endStep();
    this.#store.edit("zone.again", (draft) => withMoments(draft, again));
    this.#store.endStep();
  }

  #standing(): (Reading & { readonly place: string })[] {
    return Object.entries(momentsOf(this.#store.draft)).flatMap(([place, moment]) => {
      const readings = this.#read.get(this.#keyOf(place)) ?? [];
      return readings.filter((one) => one.moment === moment).map((one) => ({ ...one, place }));
    });
  }

  /** A row keeps its key when it gets its id. */
  #keyOf(place: string): string {
    const [list, id] = place.split(".");
    return id === undefined ? place : `${list}.${this.#store.keyOf(id)}`;
  }
}

function momentsOf({ record }: Draft): Readonly<Record<string, string>> {
  return Object.fromEntries([
    ...keyMoments.map((name) => [name, record[name] ?? ""]),
    ...record.timeline.map(({ id, at }) => [`timeline.${id}.at`, at]),
  ]);
}

function withMoments(draft: Draft, moments: ReadonlyMap<string, string>): Draft {
  const ofKeys = keyMoments.flatMap((name) => {
    const moment = moments.get(name);
    return moment === undefined ? [] : [[name, moment] as const];
  });
  const timeline = draft.record.timeline.map((entry) => {
    const at = moments.get(`timeline.${entry.id}.at`);
    return at === undefined ? entry : { ...entry, at };
  });
  return { ...draft, record: { ...draft.record, ...Object.fromEntries(ofKeys), timeline } };
}
