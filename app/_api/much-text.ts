import { Allowance } from "#knowledge/people/allowance";

import { inSpan } from "./in-span";

/** What is said to who sent more text than one client may have looked at, and when they may go on. */
export function muchText(seconds: number): string {
  return `There came much text from where you are. Wait ${inSpan(seconds)}.`;
}

/** What asking what a text is like costs besides the text, in bytes. */
const costOfAsking = 4_000;

/**
 * How many bytes of text each client may have compared with what is published: so many at once, and by
 * the second after that. That takes some ten microseconds a byte with the page that is made of it, so in
 * the long run this is a fifth of a thread.
 */
export class ComparedText {
  readonly #allowance = new Allowance({ most: 500_000, perSecond: 20_000 });

  /** Takes a text of so many bytes for a client: gives 0, or the seconds after which it could be had. */
  take(client: string, bytes: number): number {
    return this.#allowance.take(client, bytes + costOfAsking);
  }
}
