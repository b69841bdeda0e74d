import type { Citation, IncidentDocument } from "#knowledge/incident/document";

/** A source of a document by which a reader is credited, with the name as it was signed. */
export interface Credit {
  readonly source: string;
  readonly name: string;
}

/** An older text of a document, with the credits of readers that it did not have. */
export interface WithCredits {
  readonly document: IncidentDocument;
  /** The names that were brought along, as the sources have them. */
  readonly names: readonly string[];
}

/**
 * The older text with the sources of the present one by which readers are credited. Whoever goes back
 * to it does not mean them: they were told that their name stands there.
 */
export function withCredits(
  older: IncidentDocument,
  present: IncidentDocument,
  credits: readonly Credit[],
): WithCredits {
  const lacking = present.record.sources.filter(({ id }) =>
    credits.some(({ source, name }) => source === id && !isNamedIn(older, { source, name })),
  );
  if (lacking.length === 0) return { document: older, names: [] };
  const ids = new Set(lacking.map(({ id }) => id));
  const others = older.record.sources.filter(({ id }) => !ids.has(id));
  const record = { ...older.record, sources: [...others, ...lacking] };
  return { document: { record, story: older.story }, names: lacking.map(nameOf) };
}

function isNamedIn({ record }: IncidentDocument, { source, name }: Credit): boolean {
  return record.sources.some(({ id, author }) => id === source && author === name);
}

function nameOf({ id, author }: Citation): string {
  return author ?? id;
}
