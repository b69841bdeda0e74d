import type { Citation, IncidentDocument } from "#knowledge/incident/document";
import { limits } from "#knowledge/incident/limits";
import { slugOf } from "#knowledge/text/slug-of";

import type { Chance } from "./chance";
import { generatedStory } from "./generated-story";

/** A document that gives rows to others. */
export type Donor = { slug: string; document: IncidentDocument };

/** What a document is made from; `incidents` and `classes` are slugs that it may name. */
export type Material = {
  donors: readonly Donor[];
  incidents: readonly string[];
  classes: readonly string[];
  chance: Chance;
};

const DONORS = 4;
/** One document in so many has a story. */
const STORIES = 3;

/**
 * A document whose rows come from several others. Times, title and severity are those of one of
 * them, so that they fit each other; the rest is drawn from all, and the rows keep their sources.
 */
export function recombined({ donors, incidents, classes, chance }: Material): IncidentDocument {
  const givers = chance.some(donors, DONORS);
  const main = chance.one(givers).document.record;
  const sources = new Sources();
  const taken = new Set<string>();
  const own = <Row extends { id: string }>(row: Row): Row => {
    const id = slugOf(row.id, taken);
    taken.add(id);
    return { ...row, id };
  };
  const drawn = <Row>(rowsOf: (giver: Donor) => readonly Row[], most: number) =>
    chance.some(
      givers.flatMap((giver) => rowsOf(giver).map((row) => ({ giver, row }))),
      most,
    );
  const cited = <Row extends { source: string[] }>({ giver, row }: { giver: Donor; row: Row }) => ({
    ...row,
    source: [...new Set(row.source.map((id) => sources.idOf(giver, id)))],
  });

  const impact = drawn(({ document }) => document.record.impact, 5).map(cited);
  const timeline = drawn(({ document }) => document.record.timeline, 9)
    .map(cited)
    .map(own);
  const factors = drawn(({ document }) => document.record.factors, 7)
    .map(cited)
    .map(own);
  const changes = drawn(({ document }) => document.record.changes, 2).map(cited);
  const claims = drawn(({ document }) => document.record.claims, 2).map(({ giver, row }) => {
    const positions = row.positions.map((position) => ({
      ...position,
      source: sources.idOf(giver, position.source),
    }));
    return own({ ...row, positions });
  });
  const lessons = drawn(({ document }) => document.record.lessons, 3).map(({ row }) => row);
  const reasons = drawn(({ document }) => document.record.related, 3).map(({ row }) => row.why);
  const record = {
    ...main,
    formerly: [],
    impact: impact.map((row, at) => (at < limits.figures ? row : withoutFigure(row))),
    timeline,
    factors,
    lessons,
    changes,
    claims,
    related: chance.some(incidents, reasons.length).map((slug, at) => {
      return { slug, why: reasons[at] ?? "" };
    }),
    actions: [],
    questions: [],
    sources: sources.listed(),
  };
  const story = chance.below(STORIES) === 0 ? generatedStory(record, { classes, chance }) : "";
  return { record, story };
}

function withoutFigure<Row extends { figure?: string | undefined }>(row: Row): Row {
  return { ...row, figure: undefined };
}

/** The sources of a document in the making, each once, under ids that differ. */
class Sources {
  readonly #byOrigin = new Map<string, Citation>();
  readonly #taken = new Set<string>();

  /** The id under which the document lists what this giver lists as `id`. */
  idOf({ slug, document }: Donor, id: string): string {
    const source = document.record.sources.find((one) => one.id === id);
    if (!source) throw new Error(`${slug} has no source ${id}`);
    // Two givers may have read the same page.
    const origin = source.url === undefined ? `${slug} ${id}` : `${source.url} ${source.title}`;
    const known = this.#byOrigin.get(origin);
    if (known) return known.id;
    const own = slugOf(id, this.#taken);
    this.#taken.add(own);
    this.#byOrigin.set(origin, { ...source, id: own });
    return own;
  }

  listed(): Citation[] {
    return [...this.#byOrigin.values()];
  }
}
