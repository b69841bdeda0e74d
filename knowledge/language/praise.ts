import type { IncidentDocument } from "#knowledge/incident/document";

import { contentOf } from "./block";
import { blocksOf } from "./blocks";
import { wordSet } from "./lexicon/word-set";
import { passageOf } from "./passage";
import { tokensOf } from "./tokens";

const decisions = wordSet(`
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
export function decisionsWithCues({ record, story }: IncidentDocument): number {
  const believed = record.timeline.filter(({ belief }) => belief !== undefined).length;
  const told = [
    ...record.timeline.flatMap(({ text, belief }) => (belief === undefined ? [text] : [])),
    ...record.factors.flatMap(({ statement, detail }) => [statement, detail ?? ""]),
    story,
  ];
  return told.reduce((sum, text) => sum + decisionsIn(text), believed);
}

function decisionsIn(text: string): number {
  let found = 0;
  for (const block of blocksOf(text)) {
    if (block.quoted) continue;
    const content = contentOf(text, block);
    const { tokens, sentences } = passageOf(content, tokensOf(content));
    for (const { from, words } of sentences) {
      const begins = beginnings.has(tokens[from]?.norm ?? "");
      if (begins || (holdsOne(words, decisions) && holdsOne(words, cues))) found += 1;
    }
  }
  return found;
}

function holdsOne(words: ReadonlySet<string>, list: ReadonlySet<string>): boolean {
  return [...words].some((word) => list.has(word));
}
