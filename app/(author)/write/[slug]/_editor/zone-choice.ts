import { readZone, utc, type Zone } from "#knowledge/incident/written-zone";

const zoneKey = "hindsight.zone";

/** The zone in which times without one are meant, of the whole review; this browser remembers it. */
export class ZoneChoice {
  #typed: string | null = null;
  #zone: Zone | null = null;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The zone as it was typed, which may be none. */
  get typed(): string {
    this.#typed ??= remembered();
    return this.#typed;
  }

  /** The zone that holds: the last one that could be read. */
  get zone(): Zone {
    this.#zone ??= readZone(this.typed)?.zone ?? utc;
    return this.#zone;
  }

  write(text: string): void {
    const { zone } = this;
    this.#typed = text;
    this.#zone = readZone(text)?.zone ?? zone;
    if (readZone(text)) remember(text);
    for (const listener of this.#listeners) listener();
  }
}

function remembered(): string {
  try {
    return localStorage.getItem(zoneKey) ?? utc.name;
  } catch {
    return utc.name;
  }
}

function remember(zone: string) {
  try {
    localStorage.setItem(zoneKey, zone);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}
