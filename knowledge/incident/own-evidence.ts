import { kindsWithoutAddress } from "./vocabulary-words";

/**
 * Whether a kind of source is evidence from inside an organisation; not so while nobody chose one.
 * Such evidence may stand without an address, and nobody need say how far it was read: whoever cites
 * it has it, and readers cannot look it up.
 */
export function isOwnEvidence(kind: unknown): boolean {
  return kindsWithoutAddress.some((one) => one === kind);
}
