import type { ClassReason, IncidentReason } from "#knowledge/search/by-text";

import { asRole } from "./likeness-words";

/** Why a text reminds of a failure class: the words of the text, and where the class has them. */
export function classReasonInWords({ label, words }: ClassReason): string {
  const quoted = inList(words.map(inQuotes));
  return label === null
    ? `${quoted} stand together in one of its factors.`
    : `You write ${quoted}.`;
}

/** How many words of a passage are told. */
const mostWords = 4;

/**
 * Why a text reminds of an incident, one reason in each: the classes that both have, with their role
 * in the incident, what both name, and the words that stand in its factor and its title.
 */
export function incidentReasonInWords({ classes, names, passages }: IncidentReason): string[] {
  const [first, second] = passages.map(({ place, words }, at) => ({
    place,
    // What its factor has said, its title need not say again.
    words: words.filter(
      (word) => !passages.slice(0, at).some((other) => other.words.includes(word)),
    ),
  }));
  const said = [first, second]
    .flatMap((passage) => (passage && passage.words.length > 0 ? [passage] : []))
    .map(
      ({ place, words }) => `${words.slice(0, mostWords).map(inQuotes).join(", ")} in its ${place}`,
    );
  return [
    classes.map(({ name, role }) => `${name} ${asRole(role)}`).join(", "),
    names.length === 0 ? "" : `Both name ${inList(names)}`,
    said.join("; "),
  ].filter((reason) => reason !== "");
}

function inQuotes(word: string): string {
  return `“${word}”`;
}

function inList(words: readonly string[]): string {
  const [last = "", ...others] = words.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(", ")} and ${last}`;
}
