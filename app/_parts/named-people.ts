const keys = "hindsight.people ";

/** Names with the parts that stand for them in a review. */
type Named = readonly { readonly name: string; readonly part: string }[];

/**
 * Who is who in a review: the parts that were given to names which stand in it no more, so that the
 * next paste and the language check give them the same. This tab knows it for one account until that
 * signs out or another one opens a review here, and nobody else does.
 */
export class NamedPeople {
  readonly #key: string;
  #parts: ReadonlyMap<string, string> | null = null;
  readonly #listeners = new Set<() => void>();

  /** `account` is the id of whoever has the review open. */
  constructor(account: string, slug: string) {
    const own = `${keys}${account} `;
    this.#key = own + slug;
    // A session that expired, or was ended elsewhere, left what its account had named.
    forget((key) => !key.startsWith(own));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The part of each name. */
  get parts(): ReadonlyMap<string, string> {
    this.#parts ??= new Map(remembered(this.#key));
    return this.#parts;
  }

  add(people: Named): void {
    if (people.length === 0) return;
    this.#parts = new Map([
      ...this.parts,
      ...people.map(({ name, part }) => [name, part] as const),
    ]);
    remember(this.#key, this.#parts);
    for (const listener of this.#listeners) listener();
  }
}

/** Forgets who is who in all reviews. */
export function forgetNamedPeople(): void {
  forget(() => true);
}

function forget(isMeant: (key: string) => boolean): void {
  try {
    const kept = Object.keys(sessionStorage).filter((key) => key.startsWith(keys));
    for (const key of kept.filter(isMeant)) sessionStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function remembered(key: string): [name: string, part: string][] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.flatMap(pairOf) : [];
  } catch {
    return [];
  }
}

function pairOf(kept: unknown): [name: string, part: string][] {
  const [name, part]: unknown[] = Array.isArray(kept) ? kept : [];
  return typeof name === "string" && typeof part === "string" ? [[name, part]] : [];
}

function remember(key: string, parts: ReadonlyMap<string, string>): void {
  try {
    sessionStorage.setItem(key, JSON.stringify([...parts]));
  } catch {
    // A browser that keeps nothing knows them until the page is left.
  }
}
