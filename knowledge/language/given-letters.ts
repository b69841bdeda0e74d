import type { IncidentDocument } from "#knowledge/incident/document";

import { textsOf } from "./document-texts";
import { people } from "./lexicon/people";

const lettered = /(?<![\p{L}\p{N}])(\p{L}{2,30}) ([A-Z]{1,2})(?![\p{L}\p{N}])/gu;

/** The letters that stand for somebody in a document: "A" and "B" where it tells of engineers A and B. */
export function givenLetters(document: IncidentDocument): Set<string> {
  const letters = new Set<string>();
  for (const { text } of textsOf(document)) {
    for (const [, word = "", letter = ""] of text.matchAll(lettered)) {
      if (people.has(word.toLowerCase())) letters.add(letter);
    }
  }
  return letters;
}
