import { textsOf } from "#knowledge/language/document-texts";
import { gapsIn } from "#knowledge/language/gaps";

import type { ChecklistItem } from "./checklist-item";
import { documentOf, type Draft } from "./draft";
import { placeOf } from "./place";

/** Texts with gaps ("…") that a rephrasing has left to who writes, and that nobody has filled yet. */
export function unfilledGaps(draft: Draft): ChecklistItem[] {
  const document = documentOf(draft);
  const inFields = textsOf(document)
    // Others' words may leave something out, and the story is looked at by section.
    .filter(({ path, section }) => section !== "quote" && path[0] !== "story")
    .map(({ path, text }) => ({ place: placeOf(path, document), text, where: "" }));
  const inStory = draft.story.map(({ heading, body }, at) => ({
    place: `story.${at}`,
    text: body,
    where: heading === null ? "Before the first heading, " : `Under “${heading}”, `,
  }));
  return [...inFields, ...inStory].flatMap(({ place, text, where }) => {
    const gaps = gapsIn(text);
    if (gaps === 0) return [];
    const counted = gaps === 1 ? "1 gap (…) is" : `${gaps} gaps (…) are`;
    return [{ place, sentence: `${where}${counted} still to be filled${inWords(text, where)}.` }];
  });
}

/** The words around, where no heading says which text it is. */
function inWords(text: string, where: string): string {
  if (where !== "") return "";
  const at = text.indexOf("…");
  const start = Math.max(0, text.lastIndexOf(" ", at - 20) + 1);
  const words = text.slice(start, at + 30).trim();
  return ` in “${words}”`;
}
