import { currentAudience } from "#knowledge/people/audience";

/** Whether the answer being made is for a member, and may hold what visitors must not see. */
export function isPrivate(): boolean {
  return currentAudience() === "members";
}

/**
 * The headers that such an answer has besides its own, and any other has not: nobody on the way may
 * keep it, nor the browser for whoever sits there next. The page layer says the same of its own accord.
 */
export function privateHeaders(): Record<string, string> {
  return isPrivate() ? { "cache-control": "private, no-store" } : {};
}
