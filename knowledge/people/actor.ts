import type { Duty } from "./duty";

/** Somebody who is signed in. */
export interface Member {
  readonly kind: "member";
  /** The account's id. */
  readonly id: string;
  readonly name: string;
  readonly duty: Duty;
  /** The session that they use. */
  readonly sessionId: string;
}

/** Who asks: somebody who is signed in, or anybody. */
export type Actor = Member | { readonly kind: "visitor" };

export const visitor: Actor = { kind: "visitor" };
