/** `most` may be had at once, and `perSecond` comes back of what was had. */
interface AllowanceSettings {
  readonly most: number;
  readonly perSecond: number;
  /** So many clients are remembered; more make the one forgotten that asked longest ago. */
  readonly clients?: number;
}

/**
 * What each client may have of something that costs this process alone: counted here and in no
 * database, so that it works while that is away and costs next to nothing.
 */
export class Allowance {
  readonly #settings: Required<AllowanceSettings>;
  // A map keeps the order in which its keys were set: the first asked longest ago.
  readonly #had = new Map<string, { readonly amount: number; readonly at: number }>();

  constructor(settings: AllowanceSettings) {
    this.#settings = { clients: 10_000, ...settings };
  }

  /**
   * Takes so much for a client: gives 0, or the seconds after which it could be had, and then nothing
   * was taken. `now` is in milliseconds.
   */
  take(client: string, amount: number, now = performance.now()): number {
    const { most, perSecond, clients } = this.#settings;
    const before = this.#had.get(client) ?? { amount: 0, at: now };
    const had = Math.max(0, before.amount - ((now - before.at) / 1_000) * perSecond);
    const over = had + amount - most;
    if (over > 0) return Math.ceil(over / perSecond);
    this.#had.delete(client);
    this.#had.set(client, { amount: had + amount, at: now });
    const [oldest] = this.#had.size > clients ? this.#had.keys() : [];
    if (oldest !== undefined) this.#had.delete(oldest);
    return 0;
  }
}
