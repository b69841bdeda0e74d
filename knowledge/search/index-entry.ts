import type { Factor, IncidentDocument } from "#knowledge/incident/document";
import { momentOf, type Moment } from "#knowledge/incident/moment";
import { incidentRow, type Published } from "#knowledge/incident/projection";
import { Severity } from "#knowledge/incident/vocabulary";

import { postingKey } from "./posting-key";
import { searchText, type NameWords, type SearchText } from "./search-text";

/** A published document as the search index takes it in. */
export interface IndexEntry extends SearchText {
  readonly documentId: number;
  readonly slug: string;
  readonly startedKey: number;
  readonly severityRank: number;
  readonly durationKey: number;
  readonly keys: readonly string[];
}

/** The order of an incident whose beginning is open, as in `before 2015`: earlier than any other. */
const openBeginning = -2_147_483_648;
const minute = 60_000;

/** What the index keeps of a published document; the meaning of each column is in the schema. */
export function indexEntry(published: Published, names: NameWords): IndexEntry {
  const { documentId, slug, document } = published;
  const { severity, resolvedIn } = incidentRow(published);
  const { first } = momentOf(document.record.started ?? "");
  return {
    documentId,
    slug,
    startedKey: Number.isFinite(first) ? Math.floor(first / minute) : openBeginning,
    severityRank: Severity.options.indexOf(severity),
    durationKey: resolvedIn ?? -1,
    keys: keysOf(document),
    ...searchText(document, names),
  };
}

function keysOf({ record }: IncidentDocument): string[] {
  const started = momentOf(record.started ?? "");
  const [first, last] = yearsOf(started);
  const keys = [
    ...(record.visibility === "public" ? [postingKey.readableBy("visitors")] : []),
    postingKey.readableBy("members"),
    ...(record.severity ? [postingKey.severity(record.severity)] : []),
    postingKey.kind(record.kind),
    ...record.sectors.map(postingKey.sector),
    postingKey.firstYear(first),
    postingKey.lastYear(last),
    ...record.factors.flatMap(factorKeys),
  ];
  return [...new Set(keys)];
}

// Every combination that a query may ask for: classes or none, with role, standing, both or neither.
function factorKeys({ role, standing, classes }: Factor): string[] {
  const parts = [{ role }, { standing }, { role, standing }];
  return [
    ...parts.map(postingKey.factor),
    ...classes.flatMap((slug) =>
      [{}, ...parts].map((part) => postingKey.factor({ ...part, class: slug })),
    ),
  ];
}

/** The years, UTC, that a moment reaches from and to; null where it is open. */
export function yearsOf({ first, last }: Moment): [first: number | null, last: number | null] {
  // The end is exclusive, so a millisecond before it is the last year that is reached.
  const yearOf = (time: number) => (Number.isFinite(time) ? new Date(time).getUTCFullYear() : null);
  return [yearOf(first), yearOf(last - 1)];
}
