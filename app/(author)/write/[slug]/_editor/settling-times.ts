import { readMoment } from "#knowledge/incident/moment";
import type { TimeContext } from "#knowledge/incident/settled-point";
import { understandTime } from "#knowledge/incident/written-time";
import { chosenZone, type Draft } from "#knowledge/review/draft";

import type { DraftStore } from "./draft-store";
import { withKey, withUnfinished } from "./editing";
import type { ZoneReadings } from "./zone-readings";
import { contextAfter, keyMoments, momentContext, timelineContext } from "./time-contexts";

/**
 * Times that could not be read for want of a day, and can be once that is written elsewhere, enter
 * the record: as an edit of its own, which can be undone. What is in the record never changes for
 * what stands around it, and what somebody has undone stays so.
 */
export class SettlingTimes {
  readonly #store: DraftStore;
  readonly #zones: ZoneReadings;
  /** What each time that cannot be read was last looked at with. */
  #seen: ReadonlyMap<string, string>;

  constructor(store: DraftStore, zones: ZoneReadings) {
    this.#store = store;
    this.#zones = zones;
    this.#seen = this.#looked(new Map()).seen;
  }

  /** Looks at the times, and takes over those that can be read because of what was written here. */
  look(): void {
    const { draft, seen, first, carried } = this.#looked(this.#seen);
    this.#seen = seen;
    if (first === null) return;
    for (const { place, moment } of carried) {
      this.#zones.note(place, moment, chosenZone(draft));
    }
    this.#store.endStep();
    this.#store.edit(first, () => draft);
    this.#store.endStep();
  }

  /** Looks at them, and leaves all as it is: somebody else wrote, or something was undone. */
  pass(): void {
    this.#seen = this.#looked(new Map()).seen;
  }

  #looked(before: ReadonlyMap<string, string>): Looked {
    let looked: Looked = { draft: this.#store.draft, seen: new Map(), first: null, carried: [] };
    const { unfinished, record } = looked.draft;
    if (Object.keys(unfinished).length === 0) return looked;
    const zone = chosenZone(looked.draft);
    for (const name of keyMoments) {
      const context = momentContext(name, looked.draft.record, zone);
      const put = (moment: string) => (draft: Draft) => withKey(draft, name, moment);
      looked = withLook(looked, before, { place: name, key: name, context, put });
    }
    let context = timelineContext(looked.draft.record, zone);
    for (const [at, { id }] of record.timeline.entries()) {
      const key = `timeline.${this.#store.keyOf(id)}`;
      const put = (moment: string) => (draft: Draft) => withEntryAt(draft, at, moment);
      looked = withLook(looked, before, { place: `timeline.${id}.at`, key, context, put });
      context = contextAfter(looked.draft.record.timeline[at]?.at ?? "", context);
    }
    return looked;
  }
}

interface Looked {
  readonly draft: Draft;
  readonly seen: Map<string, string>;
  /** The place of the first time that can be read now. */
  readonly first: string | null;
  /** Those that are read in the review's zone, as they name none. */
  readonly carried: readonly { readonly place: string; readonly moment: string }[];
}

interface Unread {
  readonly place: string;
  /** What the place is known by, also when the row gets its id. */
  readonly key: string;
  readonly context: TimeContext;
  readonly put: (moment: string) => (draft: Draft) => Draft;
}

function withLook(
  looked: Looked,
  before: ReadonlyMap<string, string>,
  { place, key, context, put }: Unread,
): Looked {
  const { draft, seen, first, carried } = looked;
  const text = draft.unfinished[place];
  if (text === undefined) return looked;
  const { date, clock, start, zone } = context;
  const around = JSON.stringify([date, clock, start, zone?.name]);
  seen.set(key, around);
  const isOther = before.has(key) && before.get(key) !== around;
  const read = isOther ? understandTime(text, context) : null;
  if (read?.kind !== "understood" || readMoment(read.moment) === null) return looked;
  const next = withUnfinished(put(read.moment)(draft), place, null);
  const also = read.zone === "carried" ? [{ place, moment: read.moment }] : [];
  return { draft: next, seen, first: first ?? place, carried: [...carried, ...also] };
}

function withEntryAt(draft: Draft, at: number, moment: string): Draft {
  const { timeline } = draft.record;
  const entry = timeline[at];
  return entry ? withKey(draft, "timeline", timeline.with(at, { ...entry, at: moment })) : draft;
}
