import { shown, story as storyStep, type Misfit, type Path } from "#knowledge/text/fault";
import { nearest } from "#knowledge/text/nearest";
import { citationsInMarkdown } from "#knowledge/text/references";

import type { IncidentDocument, IncidentRecord } from "./document";
import { endsBeforeStart } from "./end-before-start";
import { limits } from "./limits";
import { rowLists } from "./row-id";
import { unfinishedRows } from "./unfinished-rows";

/**
 * What does not hold together within a document, although each part is well formed: rows that lack
 * what makes them one, citations of a source that is not listed, actions for a factor that is none, an
 * end before the beginning. Judged from the document alone; names of other things are
 * `checkReferences`' business.
 */
export function incoherences({ record, story }: IncidentDocument): Misfit[] {
  return [
    ...unfinishedRows(record),
    ...misplacedKinds(record),
    ...unknownSources(record),
    ...unknownFactors(record),
    ...tooManyFigures(record),
    ...endsBeforeBeginning(record),
    ...repeatedRelations(record),
    ...unknownCitations(
      story,
      record.sources.map(({ id }) => id),
    ),
  ];
}

/** Ids that stand twice: anchors and other rows could mean either, so such a document is not read. */
export function repeatedIds(record: IncidentRecord): Misfit[] {
  const rows = rowLists.flatMap((list) =>
    record[list].map(({ id }, at) => ({ id, path: [list, at, "id"] })),
  );
  const sources = record.sources.map(({ id }, at) => ({ id, path: ["sources", at, "id"] }));
  return [...repetitions(rows), ...repetitions(sources)];
}

function repetitions(rows: readonly { id: string; path: Path }[]): Misfit[] {
  const seen = new Set<string>();
  return rows.flatMap(({ id, path }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ path, message: `expected an id of its own, found ${shown(id)} again` }];
  });
}

/** A safeguard is an instance of mitigations, every other factor of failure classes. */
function misplacedKinds({ factors }: IncidentRecord): Misfit[] {
  return factors.flatMap(({ role, classes, mitigations }, at): Misfit[] => {
    if (role === "safeguard" && classes.length > 0) {
      const message = "expected no class: a safeguard names mitigations, not failure classes";
      return [{ path: ["factors", at, "classes"], message }];
    }
    if (role !== "safeguard" && mitigations.length > 0) {
      const message = "expected no mitigation: only a safeguard is an instance of one";
      return [{ path: ["factors", at, "mitigations"], message }];
    }
    return [];
  });
}

function unknownSources(record: IncidentRecord): Misfit[] {
  const known = record.sources.map(({ id }) => id);
  const cited = (["impact", "timeline", "factors", "changes"] as const).flatMap((list) =>
    record[list].flatMap(({ source }, at) =>
      source.map((id) => ({ id, path: [list, at, "source"] })),
    ),
  );
  const positions = record.claims.flatMap((claim, at) =>
    claim.positions.map(({ source }, nth) => ({
      id: source,
      path: ["claims", at, "positions", nth, "source"],
    })),
  );
  const named = [...cited, ...positions].filter(({ id }) => id !== "");
  return unknown(named, known, "the id of a source of this document");
}

function unknownFactors(record: IncidentRecord): Misfit[] {
  const named = record.actions.flatMap(({ factors }, at) =>
    factors.map((id) => ({ id, path: ["actions", at, "factors"] })),
  );
  return unknown(
    named,
    record.factors.map(({ id }) => id),
    "the id of a factor of this document",
  );
}

function unknown(
  named: readonly { id: string; path: Path }[],
  known: readonly string[],
  expected: string,
): Misfit[] {
  const knownIds = new Set(known);
  return named
    .filter(({ id }) => !knownIds.has(id))
    .slice(0, suggestedFor)
    .map(({ id, path }) => ({
      path,
      message: `expected ${expected}, found ${shown(id)}${didYouMean(id, known)}`,
    }));
}

/**
 * How many unknown names of one sort are reported. Finding the nearest of ten thousand names costs
 * milliseconds, and more than this are no slips of the pen.
 */
export const suggestedFor = 100;

/** `; did you mean "rca"?`, or nothing where no known name is near. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const [near] = nearest(word, known);
  return near === undefined ? "" : `; did you mean ${shown(near)}?`;
}

function tooManyFigures({ impact }: IncidentRecord): Misfit[] {
  const withFigure = impact.flatMap(({ figure }, at) => (figure === undefined ? [] : [at]));
  const message = `expected at most ${limits.figures} figures in a document, found ${withFigure.length}`;
  return withFigure
    .slice(limits.figures, limits.figures + 1)
    .map((at) => ({ path: ["impact", at, "figure"], message }));
}

function endsBeforeBeginning(record: IncidentRecord): Misfit[] {
  return endsBeforeStart(record).map((key) => {
    const message = `expected a time not before started (${record.started}), found ${record[key]}`;
    return { path: [key], message };
  });
}

function repeatedRelations({ related }: IncidentRecord): Misfit[] {
  return repetitions(
    related.map(({ slug }, at) => ({ id: slug, path: ["related", at, "slug"] })),
  ).map(({ path }) => ({ path, message: "expected each related incident once, found it again" }));
}

/** Misfits for every `[^id]` in Markdown that names neither a source nor a footnote of that text. */
export function unknownCitations(story: string, sources: readonly string[]): Misfit[] {
  if (!story.includes("[^")) return [];
  const known = new Set(sources);
  const expected = "expected [^…] to name a source or a footnote of this document";
  return citationsInMarkdown(story)
    .filter(({ id, defined }) => !defined && !known.has(id))
    .slice(0, suggestedFor)
    .map(({ id, line }) => ({
      path: [storyStep, line - 1],
      message: `${expected}, found ${shown(id)}${didYouMean(id, known)}`,
    }));
}
