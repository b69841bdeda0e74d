import { linesOf, type IncidentLine } from "#knowledge/incident/incident.store";
import { recordTexts } from "#knowledge/incident/projection";
import type { Role } from "#knowledge/incident/vocabulary";
import { readingText } from "#knowledge/text/excerpt";

import { atOneLook } from "./block-version.store";
import { DocumentSet } from "./document-set";
import { wordsHeld, writtenIn } from "./highlight.store";
import { incidentId } from "./incident-id.store";
import { lookedAt } from "./likeness";
import type { ClassReason, LikelyClass } from "./likely-class";
import { reasonsForIncident, type Likeness, type Place } from "./likeness-evidence";
import type { TellingWord } from "./telling-words";

export type { ClassReason, LikelyClass } from "./likely-class";

/** How much of a pasted text is looked at, in characters: some eight pages. */
export const pastedLimit = 20_000;

/** How many words are named that a text has in common with an incident. */
const mostWords = 8;

/** What an incident has in common with a text. */
export interface IncidentReason {
  /** The classes that the text names and a factor of the incident has, with its role. */
  readonly classes: readonly (Pick<LikelyClass, "slug" | "name"> & { readonly role: Role })[];
  /** The words of the text that stand in a passage of the incident, the most telling first. */
  readonly passages: readonly { readonly place: Place; readonly words: readonly string[] }[];
  /** The names of organisations and products that are in both. */
  readonly names: readonly string[];
}

export interface NearIncident extends IncidentLine {
  /** Those of the likely classes that it has. */
  readonly classes: readonly Pick<LikelyClass, "slug" | "name" | "reasons">[];
  /** The words that it has in common with the text, the most telling first. */
  readonly words: readonly string[];
  /** Those that are reason enough to name it before others; none where they are not. */
  readonly reasons: readonly string[];
}

/** What a pasted text reminds of. */
export interface Reminded {
  readonly classes: readonly LikelyClass[];
  readonly incidents: readonly NearIncident[];
}

/**
 * Names the failure classes and the incidents that a text reminds of: a draft, an alert, a chat.
 * The same text always reminds of the same. Nothing of it is kept. `except` are documents left out.
 */
export function remindedBy(
  text: string,
  except: DocumentSet = DocumentSet.empty,
): Promise<Reminded> {
  return atOneLook(async () => {
    const looked = await lookedAt(text.slice(0, pastedLimit), except);
    const ids = looked.incidents.map(({ id }) => id);
    const shared = await wordsOf(ids, looked.words);
    const lines = await linesOf(ids);
    return {
      classes: looked.classes,
      incidents: looked.incidents.flatMap(({ id, likeness }) => {
        const line = lines.get(id);
        if (!line) return [];
        const both = looked.classes.filter(({ slug }) => looked.having.get(slug)?.has(id));
        const inBoth = shared.get(id) ?? [];
        return {
          ...line,
          classes: both.map(({ slug, name, reasons }) => ({ slug, name, reasons })),
          words: inBoth.slice(0, mostWords).map(({ word }) => word),
          reasons: reasonsIn(likeness, inBoth, looked.words),
        };
      }),
    };
  });
}

/** What is alike for a reason that may be told to somebody who did not ask, the most alike first. */
export interface Reminders {
  readonly classes: readonly (Pick<LikelyClass, "slug" | "name"> & ClassReason)[];
  readonly incidents: readonly (Pick<IncidentLine, "slug" | "title"> & IncidentReason)[];
}

/**
 * What a text, of which somebody only writes, reminds of for good reason. Nothing of it is kept. `ownSlug`
 * is that of the document that is written: where it is published already, nothing is more like the text,
 * and beside it all others would say too little.
 */
export function remindersFor(text: string, ownSlug?: string): Promise<Reminders> {
  return atOneLook(async () => {
    const own = ownSlug === undefined ? null : await incidentId(ownSlug);
    const except = own === null ? DocumentSet.empty : DocumentSet.of([own]);
    const { classes, incidents } = await lookedAt(text.slice(0, pastedLimit), except);
    const alike = incidents.flatMap(({ id, likeness }) => (likeness ? [{ id, likeness }] : []));
    const lines = await linesOf(alike.map(({ id }) => id));
    return {
      classes: classes.flatMap(({ slug, name, because }) =>
        because ? [{ slug, name, ...because }] : [],
      ),
      incidents: alike.flatMap(({ id, likeness }) => {
        const line = lines.get(id);
        return line ? [{ slug: line.slug, title: line.title, ...reasonOf(likeness) }] : [];
      }),
    };
  });
}

function reasonOf({ passages, classes, names }: Likeness<TellingWord>): IncidentReason {
  return {
    names,
    classes: classes.map(({ named: { slug, name }, role }) => ({ slug, name, role })),
    passages: passages.map(({ place, words }) => ({ place, words: words.map(({ word }) => word) })),
  };
}

/** The words of the text for which an incident is named before others. */
function reasonsIn(
  likeness: Likeness<TellingWord> | null,
  inBoth: readonly TellingWord[],
  all: readonly TellingWord[],
): string[] {
  if (!likeness) return reasonsForIncident(inBoth, all).map(({ word }) => word);
  const { passages, classes } = likeness;
  return [
    ...new Set([
      ...passages.flatMap(({ words }) => words.map(({ word }) => word)),
      ...classes.flatMap(({ named }) => named.words),
    ]),
  ];
}

// The index also has the aliases of an incident's classes, which it does not say itself.
async function wordsOf(
  documentIds: readonly number[],
  words: readonly TellingWord[],
): Promise<Map<number, TellingWord[]>> {
  const written = await writtenIn(documentIds);
  const held = await wordsHeld(
    written.map(({ record, storyHtml }) =>
      [record.title, ...recordTexts(record), readingText(storyHtml)].join("\n"),
    ),
    words.map(({ query }) => query),
  );
  return new Map(
    written.map(({ documentId }, at) => [
      documentId,
      (held[at] ?? []).flatMap((number) => words[number] ?? []),
    ]),
  );
}
