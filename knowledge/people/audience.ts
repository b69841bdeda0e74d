import { AsyncLocalStorage } from "node:async_hooks";

import type { Actor } from "./actor";

/** For whom something is read: for anybody, or for somebody who is signed in. */
export type Audience = "visitors" | "members";

export function audienceOf(actor: Actor): Audience {
  return actor.kind === "member" ? "members" : "visitors";
}

const SHARED = Symbol.for("hindsight.audience");

// Next bundles this file apart from the server's copy. Only the global object is common to both,
// so the storage is kept there and whichever copy runs first makes it.
function storage(): AsyncLocalStorage<Audience> {
  const shared: unknown = Reflect.get(globalThis, SHARED);
  if (shared instanceof AsyncLocalStorage) return shared;
  const made = new AsyncLocalStorage<Audience>();
  Reflect.set(globalThis, SHARED, made);
  return made;
}

const reading = storage();

/** Does some work, and all that comes of it, for this audience. */
export function readingAs<Result>(audience: Audience, work: () => Result): Result {
  return reading.run(audience, work);
}

/** For whom is being read. Where nobody has said so it is visitors: what is not allowed is not allowed. */
export function currentAudience(): Audience {
  return reading.getStore() ?? "visitors";
}

/** Makes something once for each audience, since what one may know the other must not be told. */
export function perAudience<Value>(make: () => Value): () => Value {
  const made = new Map<Audience, Value>();
  return () => {
    const audience = currentAudience();
    const known = made.get(audience);
    if (known !== undefined) return known;
    const value = make();
    made.set(audience, value);
    return value;
  };
}
