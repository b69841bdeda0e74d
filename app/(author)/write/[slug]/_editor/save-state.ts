import type { Written } from "#knowledge/review/draft";
import type { Stand } from "#knowledge/review/stand";

import type { Refusal } from "./refusal";

/** What the person who writes is told of their text. */
export type SaveState =
  | {
      readonly kind: "saved";
      readonly version: number;
      readonly revision: number;
      readonly at: Date;
      /** Somebody else who saved last; null where it was this browser. */
      readonly by: string | null;
    }
  | { readonly kind: "unsaved" }
  | { readonly kind: "saving" }
  /** The server cannot be reached; tried again at `next`, in milliseconds of the epoch. */
  | { readonly kind: "offline"; readonly next: number }
  | { readonly kind: "signed out" }
  /** The server does not take it; `why` says what to do. It is tried again after the next edit. */
  | { readonly kind: "refused"; readonly why: string; readonly refusals: readonly Refusal[] };

/** What the server holds, as far as this browser knows. */
export interface Base extends Written {
  readonly version: number;
  readonly revision: number;
  readonly savedAt: Date;
}

/** The state of a text of which the server has all, saved last by somebody else or from here. */
export function savedState(
  { version, revision, savedAt }: Base,
  by: string | null = null,
): SaveState {
  return { kind: "saved", version, revision, at: savedAt, by };
}

/** What the server holds once it has answered for what was sent, or told of what others did. */
export function baseOf(
  { version, revision, savedAt }: Stand,
  { document, unfinished, setAside, zone }: Written,
): Base {
  return { version, revision, savedAt, document, unfinished, setAside, zone };
}
