import * as fc from "fast-check";

import { incoherences } from "#knowledge/incident/coherence";
import { IncidentRecord, type IncidentDocument } from "#knowledge/incident/document";
import { anyDocument } from "#knowledge/incident/testing/any-document";
import { faultsBeforeParsing } from "#knowledge/text/story-limits";

import type { Three } from "../three-way";
import { marker } from "./marks";
import { eachProse, recordEdits } from "./record-edits";
import { type Spot, storyEdits } from "./story-edits";

/** Histories of two authors who change one document at once, for claims that hold for all of them. */

interface Edit extends Spot {
  readonly kind: string;
}

const kinds = [...Object.keys(recordEdits), ...Object.keys(storyEdits)];

// Small numbers and many rows of one wording, for two authors shall meet.
const anyEdit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...kinds, "add row", "add row", "add row"),
  list: fc.nat(8),
  row: fc.nat(3),
  at: fc.nat(5),
});

const anyHistory = fc.array(anyEdit, { minLength: 1, maxLength: 12, size: "max" });

/** A document and what two authors make of it, each by up to twelve changes; all well formed. */
export const anyTwoAuthors: fc.Arbitrary<Three<IncidentDocument>> = fc
  .record({ document: anyDocument, ours: anyHistory, theirs: anyHistory })
  .map(({ document, ours, theirs }) => {
    const base = withMarks(document);
    return { base, ours: edited(base, ours, "ours"), theirs: edited(base, theirs, "theirs") };
  });

function edited(
  base: IncidentDocument,
  history: readonly Edit[],
  author: "ours" | "theirs",
): IncidentDocument {
  const next = marker(author);
  return history.reduce((document, edit) => {
    const changed = changedBy(document, edit, next);
    return changed && isWellFormed(changed) ? changed : document;
  }, base);
}

function changedBy(
  { record, story }: IncidentDocument,
  { kind, ...spot }: Edit,
  next: () => string,
): IncidentDocument | null {
  const sources = record.sources.map(({ id }) => id);
  const changedStory = storyEdits[kind]?.(story, spot, { next, sources }) ?? story;
  const read = IncidentRecord.safeParse(recordEdits[kind]?.(record, spot, next) ?? record);
  return read.success ? { record: read.data, story: changedStory } : null;
}

function isWellFormed(document: IncidentDocument): boolean {
  return incoherences(document).length === 0 && faultsBeforeParsing(document.story).length === 0;
}

/** The document with marked sentences in every prose field, and sections in its story. */
function withMarks({ record, story }: IncidentDocument): IncidentDocument {
  const next = marker("base");
  const sentence = () => `Then ${next()} came to the second site.`;
  const marked = eachProse(record, (text) => `${text} ${sentence()} ${sentence()}`);
  const sections = ["What happened", "What we learned", "What is next"]
    .map((heading) => `## ${heading}\n\n${sentence()} ${sentence()}\n\n${sentence()}\n`)
    .join("\n");
  const document = { record: IncidentRecord.parse(marked), story: `${story}\n\n${sections}` };
  return story !== "" && isWellFormed(document) ? document : { ...document, story: sections };
}
