/** Milliseconds after which a tab says again that its copy lives, where there are no locks. */
export const beat = 10_000;

/** Milliseconds without such a word after which it is gone: a hidden tab is woken once a minute. */
const longestSilence = 90_000;

/**
 * A name that nothing else has, such as another tab. A site without TLS has a few things less, `crypto.randomUUID` and
 * locks among them.
 */
export function freshName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Whether the tab that kept a copy is gone. `held` are the locks of those that live; null where
 * there are no locks, and a tab lives that has written a while ago.
 */
export function isLeft(
  { key, at }: { readonly key: string; readonly at: number },
  held: ReadonlySet<string> | null,
  now: number,
): boolean {
  return held === null ? now - at > longestSilence : !held.has(key);
}
