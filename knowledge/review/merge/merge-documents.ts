import type { IncidentDocument, IncidentRecord } from "#knowledge/incident/document";

import { knownFaults, madeCoherent, wellFormed } from "./coherence";
import { type Conflict, type Fields, within } from "./conflict";
import { type Merged, onlyChange } from "./field";
import { keysOf } from "./group-shape";
import { collectCitations, collectNames, collectNamesOfConflict, type Named } from "./needed";
import { withOwnIds } from "./own-ids";
import { mergeFields, mergeRows, rowsIn } from "./rows";
import { mergeStories, wholeStory } from "./story";
import type { Three } from "./three-way";

/** What two authors made of one document, in one. */
export interface MergedDocument {
  /** Well formed; where the two differ it says what `kept` of the conflict says. */
  readonly document: IncidentDocument;
  /** In the order of the document. Empty when nothing has to be chosen. */
  readonly conflicts: readonly Conflict[];
}

/**
 * Merges what two authors made of one document: `theirs` is saved already, `ours` comes after it.
 * All three are well formed, and so is the result, but that texts may be too long for a document.
 *
 * Every row and every sentence that either author added or changed is in the document or in a
 * conflict; what one removed and the other did not touch is gone; what neither touched is as it
 * was, byte for byte. Keys of the record merge one by one, lists by row and then by key, prose by
 * sentence and word, the story by section, line, sentence and word. Where both cannot hold, theirs
 * stands, for it may have been read already; but an edit stands against a removal, and of two
 * additions at one place both do. Of one row that both moved, their place holds.
 *
 * Rows that need another id get none of `used`, the ids of rows that the document had.
 *
 * The time grows with the size of the documents, also of hostile ones: what is too long to be
 * compared in detail is one conflict.
 */
export function mergeDocuments(
  documents: Three<IncidentDocument>,
  used: ReadonlySet<string> = new Set(),
): MergedDocument {
  const change = onlyChange(documents);
  if (change) return { document: change.value, conflicts: [] };
  const { base, ours, theirs } = withOwnIds(documents, used).documents;
  const records = { base: base.record, ours: ours.record, theirs: theirs.record };
  const stories = { base: base.story, ours: ours.story, theirs: theirs.story };
  // Factors and sources are named by the rest: what of them must stay is known when it is merged.
  const rest = mergeFields(null, naming, records);
  const known = knownFaults([ours, theirs]);
  const together = (story: Merged<string>) => withStory(story, rest, { records, known });
  return (
    together(storyOf(stories)) ??
    // A footnote that one removed and the other named, a text that is too long for one story.
    together(wholeStory(stories)) ??
    wholeDocument(documents)
  );
}

const keysInOrder = keysOf(null);
const naming = keysInOrder.filter((key) => key !== "factors" && key !== "sources");

function storyOf(stories: Three<string>): Merged<string> {
  const change = onlyChange(stories);
  return change ? { item: change.value, conflicts: [] } : mergeStories(stories);
}

function withStory(
  story: Merged<string>,
  rest: Merged<Fields>,
  { records, known }: { records: Three<IncidentRecord>; known: ReadonlySet<string> },
): MergedDocument | null {
  const record = madeCoherent(withNamed(story, rest, records), records);
  const document = wellFormed(record.item, story.item, known);
  if (!document) return null;
  return { document, conflicts: [...inOrder(record.conflicts), ...story.conflicts] };
}

/** The record with its factors and sources, also those that one removed and the other names. */
function withNamed(
  story: Merged<string>,
  rest: Merged<Fields>,
  records: Three<IncidentRecord>,
): Merged<Fields> {
  const names: Named = { sources: new Set(), factors: new Set() };
  const collect = ({ item, conflicts }: Merged<unknown>) => {
    collectNames(item, names);
    for (const conflict of conflicts) collectNamesOfConflict(conflict, names);
  };
  collectCitations(story.item, names);
  collect(story);
  collect(rest);
  const factors = mergeRows("factors", rowsIn(under("factors", records)), names.factors);
  collect(factors);
  const sources = mergeRows("sources", rowsIn(under("sources", records)), names.sources);
  return {
    item: { ...rest.item, factors: factors.item, sources: sources.item },
    conflicts: [
      ...rest.conflicts,
      ...within("factors", factors.conflicts),
      ...within("sources", sources.conflicts),
    ],
  };
}

function under(key: "factors" | "sources", { base, ours, theirs }: Three<IncidentRecord>) {
  return { base: base[key], ours: ours[key], theirs: theirs[key] };
}

function inOrder(conflicts: readonly Conflict[]): Conflict[] {
  const placeOf = (conflict: Conflict) => {
    const [key] = conflict.path.length === 0 && "keys" in conflict ? conflict.keys : conflict.path;
    return keysInOrder.indexOf(String(key));
  };
  return conflicts.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function wholeDocument(documents: Three<IncidentDocument>): MergedDocument {
  const conflict: Conflict = { kind: "document", path: [], id: null, kept: "theirs", ...documents };
  return { document: documents.theirs, conflicts: [conflict] };
}
