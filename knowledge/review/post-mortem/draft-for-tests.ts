import { draftOf, type DraftChoices } from "./draft";
import type { MappedPart } from "./draft-report";
import { readPostMortem } from "./read-post-mortem";

/** The draft of a text that holds one incident, with what is told of it. */
export function draftFrom(text: string, choices: DraftChoices = {}) {
  const [first] = readPostMortem(text, "pasted");
  if (!first) throw new Error("expected an incident");
  return draftOf(first, choices);
}

/** What became of which part, in a line each. */
export const names = (parts: readonly MappedPart[]) =>
  parts.map(({ what, to }) => `${what} → ${to}`);
