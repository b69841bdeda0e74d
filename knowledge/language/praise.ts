import type { IncidentDocument } from "#knowledge/incident/document";
import { story, type Path } from "#knowledge/text/fault";

import { wordSet } from "./lexicon/word-set";
import type { Passage } from "./passage";
import { normAt } from "./token";

const decidings = wordSet(`
  decided decides decide decision chose chooses choose chosen opted opts judged judges preferred prefers
  agreed agrees concluded concludes kept keeps postponed postpones declined declines
`);

const cues = wordSet(`
  because since given believing believed expecting expected suspecting suspected seeing fearing hoping
  showed shows shown suggested suggests indicated indicates seemed seems looked appeared appears rather
  so knowing known thinking thought
`);

/** A deed that begins with what people had in mind: "Believing the copy was blocked, …". */
const beginnings = wordSet("believing expecting suspecting seeing fearing hoping thinking knowing");

/**
 * How many decisions a document tells together with what people saw or believed: entries of the
 * timeline that hold a belief, and sentences of timeline, factors and story that hold both.
 */
export function decisionsWithCues(
  { timeline }: IncidentDocument["record"],
  texts: readonly { readonly path: Path; readonly decisions: number }[],
): number {
  const believed = timeline.map(({ belief }) => belief !== undefined);
  const counts = ({ path: [part, at] }: { readonly path: Path }) =>
    part === story ||
    part === "factors" ||
    (part === "timeline" && typeof at === "number" && believed[at] === false);
  return texts
    .filter(counts)
    .reduce((sum, { decisions }) => sum + decisions, believed.filter(Boolean).length);
}

/** The sentences of a passage that tell a decision together with what people had in mind. */
export function decisionsIn({ tokens, sentences }: Passage): number {
  return sentences.filter(
    ({ from, words }) =>
      beginnings.has(normAt(tokens, from)) || (holdsOne(words, decidings) && holdsOne(words, cues)),
  ).length;
}

function holdsOne(words: ReadonlySet<string>, list: ReadonlySet<string>): boolean {
  for (const word of words) if (list.has(word)) return true;
  return false;
}
