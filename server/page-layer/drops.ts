import { Client } from "pg";
import { z } from "zod";

import type { PageLayer } from "./page-layer";

/** The PostgreSQL channel on which every process hears what has changed. */
export const DROPS_CHANNEL = "page_tags";

/**
 * What a notification says: the tags of what changed, or `"*"` for everything. It is JSON. A payload
 * may be at most 7,999 bytes long, so who has more tags to tell says `"*"`.
 */
const Drop = z.union([z.literal("*"), z.array(z.string())]);

export type Listening = {
  /** Resolves when changes are heard of for the first time. */
  heard: Promise<void>;
  /** Ends the connection; the layer stays suspended. */
  close: () => Promise<void>;
};

/** Whoever keeps what a change can make old. */
export type Hearing = Pick<PageLayer, "drop" | "clear" | "suspend" | "resume">;

type ListenOptions = {
  connectionString: string;
  layer: Hearing;
  /** Milliseconds until the first attempt to connect again; each further one waits twice as long. */
  firstPause?: number;
  /** Milliseconds between two questions whether the connection still lives. */
  heartbeat?: number;
};

const LONGEST_PAUSE = 5000;

/**
 * Keeps the layer in step with the database: what a notification names is dropped.
 *
 * A change that is told while the connection is down is never heard of. So the layer is suspended
 * from the moment the connection is lost until listening again, and then begins with nothing kept.
 */
export function listenForDrops(options: ListenOptions): Listening {
  const ear = new Ear(options);
  return { heard: ear.heard, close: () => ear.close() };
}

class Ear {
  readonly heard: Promise<void>;
  readonly #options: ListenOptions;
  #onHeard: () => void = () => undefined;
  #client: Client | null = null;
  #timers: NodeJS.Timeout[] = [];
  #pause: number;
  #closed = false;

  constructor(options: ListenOptions) {
    this.#options = options;
    this.#pause = options.firstPause ?? 100;
    this.heard = new Promise((resolve) => (this.#onHeard = resolve));
    options.layer.suspend();
    void this.#connect();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#stopTimers();
    const client = this.#client;
    this.#client = null;
    this.#options.layer.suspend();
    await client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const client = new Client({
      connectionString: this.#options.connectionString,
      application_name: "hindsight page layer",
      connectionTimeoutMillis: 5000,
      query_timeout: 5000,
      keepAlive: true,
    });
    this.#client = client;
    client.on("error", () => this.#lost(client));
    client.on("end", () => this.#lost(client));
    client.on("notification", ({ payload }) => this.#hear(payload ?? ""));
    try {
      await client.connect();
      await client.query(`LISTEN ${DROPS_CHANNEL}`);
    } catch {
      this.#lost(client);
      return;
    }
    if (this.#client !== client) return;
    this.#pause = this.#options.firstPause ?? 100;
    this.#options.layer.resume();
    this.#onHeard();
    // A connection can die without a word, for example when a cable is pulled.
    const ask = () => void client.query("SELECT 1").catch(() => this.#lost(client));
    this.#timers.push(setInterval(ask, this.#options.heartbeat ?? 5000).unref());
  }

  #lost(client: Client): void {
    if (this.#client !== client || this.#closed) return;
    this.#client = null;
    this.#stopTimers();
    this.#options.layer.suspend();
    client.end().catch(() => undefined);
    this.#timers.push(setTimeout(() => void this.#connect(), this.#pause).unref());
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
  }

  #hear(payload: string): void {
    const { layer } = this.#options;
    const said = Drop.safeParse(jsonIn(payload));
    // What cannot be understood may concern anything.
    if (!said.success || said.data === "*") layer.clear();
    else layer.drop(said.data);
  }

  #stopTimers(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
  }
}

function jsonIn(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}
