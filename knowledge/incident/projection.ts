import { linksIn } from "#knowledge/text/plain";
import { linksInMarkdown } from "#knowledge/text/references";

import type { Citation, IncidentDocument, IncidentRecord } from "./document";
import { momentOf, type Moment } from "./moment";
import { productSlug } from "./name-slug";
import { isOwnEvidence } from "./own-evidence";
import { identifySources } from "./source-identity";
import { spansOf, type Span, type Spans } from "./span";

/** A published document on its way into the tables that pages and lists read. */
export interface Published {
  readonly documentId: number;
  readonly slug: string;
  /** When readers first saw the document, and when they first saw it as it is now. */
  readonly firstPublishedAt: Date;
  readonly publishedAt: Date;
  readonly document: IncidentDocument;
}

const iso = (time: number | undefined) =>
  time === undefined || !Number.isFinite(time) ? null : new Date(time).toISOString();

const momentOrNull = (text: string | undefined): Moment | null => (text ? momentOf(text) : null);

function recordedSpans({ started, detected, mitigated, resolved }: IncidentRecord): Spans {
  return spansOf({
    started: momentOrNull(started),
    detected: momentOrNull(detected),
    mitigated: momentOrNull(mitigated),
    resolved: momentOrNull(resolved),
  });
}

/** The row of the incident itself; what lists sort and filter by stands in columns of its own. */
export function incidentRow(published: Published) {
  const { documentId, slug, firstPublishedAt, publishedAt, document } = published;
  const { record } = document;
  const started = momentOrNull(record.started);
  const { toResolve } = recordedSpans(record);
  return {
    documentId,
    slug,
    kind: record.kind,
    visibility: record.visibility,
    title: needed(record.title, slug, "title"),
    severity: needed(record.severity, slug, "severity"),
    summary: needed(record.summary, slug, "summary"),
    started: needed(record.started, slug, "started"),
    startedFirst: iso(started?.first),
    startedLast: iso(started?.last),
    resolvedIn: toResolve?.least ?? null,
    recorded: record.recorded ?? firstPublishedAt.toISOString().slice(0, 10),
    publishedAt: publishedAt.toISOString(),
    record,
  };
}

// Nothing is published without these (see publishable.ts); a guess would be shown as a fact.
function needed<Value>(value: Value | undefined, slug: string, key: string): Value {
  if (value === undefined) throw new Error(`the published document ${slug} has no ${key}`);
  return value;
}

/** The rows of a document's lists, each with its position, for the tables of the same names. */
export function listRows(published: Published) {
  const { documentId, slug, document } = published;
  const { record, story } = document;
  const identities = identifySources(slug, record.sources);
  return {
    products: record.products.map((name, position) => ({
      documentId,
      name,
      slug: productSlug(name),
      position,
    })),
    sectors: record.sectors.map((sector, position) => ({ documentId, sector, position })),
    organizations: record.organization.map((name, position) => ({ documentId, name, position })),
    spans: [spanRow(documentId, record)],
    timeline: record.timeline.map((entry, position) => ({
      documentId,
      rowId: entry.id,
      position,
      at: entry.at,
      atFirst: iso(momentOf(entry.at).first),
      kind: entry.kind,
      text: entry.text,
      belief: entry.belief ?? null,
    })),
    ...factorRows(documentId, record),
    ...claimRows(published),
    citations: record.sources.map((source, position) => ({
      documentId,
      rowId: source.id,
      position,
      sourceSlug: identities.get(source.id)?.slug,
      sourceHash: identities.get(source.id)?.hash,
      isPublic: record.visibility === "public",
      url: source.url ?? null,
      title: source.title,
      publisher: source.publisher ?? null,
      author: source.author ?? null,
      published: source.published ?? null,
      kind: needed(source.kind, slug, `kind of the source ${source.id}`),
      seen: readingOf(source, slug),
      isCopy: source.via === "copy",
    })),
    links: linkRows(slug, record, story),
  };
}

function readingOf({ id, kind, seen }: Citation, slug: string) {
  if (isOwnEvidence(kind)) return seen ?? null;
  return needed(seen, slug, `extent to which the source ${id} was read`);
}

function spanRow(documentId: number, record: IncidentRecord) {
  const spans = recordedSpans(record);
  const ends = (span: Span | null) => ({ least: span?.least ?? null, most: span?.most ?? null });
  const detect = ends(spans.toDetect);
  const mitigate = ends(spans.toMitigate);
  const resolve = ends(spans.toResolve);
  return {
    documentId,
    detectLeast: detect.least,
    detectMost: detect.most,
    mitigateLeast: mitigate.least,
    mitigateMost: mitigate.most,
    resolveLeast: resolve.least,
    resolveMost: resolve.most,
  };
}

function factorRows(documentId: number, record: IncidentRecord) {
  return {
    factors: record.factors.map((factor, position) => ({
      documentId,
      rowId: factor.id,
      position,
      role: factor.role,
      standing: factor.standing,
      statement: factor.statement,
      detail: factor.detail ?? null,
      luck: factor.luck,
    })),
    factorClasses: record.factors.flatMap((factor) =>
      factor.classes.map((classSlug, position) => ({
        documentId,
        rowId: factor.id,
        classSlug,
        position,
        role: factor.role,
        standing: factor.standing,
      })),
    ),
  };
}

function claimRows({ documentId, slug, document: { record } }: Published) {
  return {
    claims: record.claims.map((claim, position) => ({
      documentId,
      rowId: claim.id,
      position,
      statement: claim.statement,
      outcome: claim.standing,
    })),
    positions: record.claims.flatMap((claim) =>
      claim.positions.map((one, position) => ({
        documentId,
        claimId: claim.id,
        position,
        citationId: one.source,
        stance: needed(one.stance, slug, `stance of a position on ${claim.id}`),
        at: one.at ?? null,
        note: one.note ?? null,
      })),
    ),
  };
}

/** Every text of a record in which `[[…]]` is read, in the order in which its page shows them. */
export function recordTexts(record: IncidentRecord): string[] {
  return [
    record.summary,
    ...record.impact.flatMap(({ what, value }) => [what, value]),
    record.detection,
    ...record.timeline.flatMap(({ text, belief }) => [text, belief]),
    ...record.factors.flatMap(({ statement, detail }) => [statement, detail]),
    ...record.claims.flatMap((claim) => [claim.statement, ...claim.positions.map((p) => p.note)]),
    ...record.changes.map(({ text }) => text),
    ...record.lessons,
    ...record.actions.flatMap(({ text, doneWhen, why }) => [text, doneWhen, why]),
    ...record.questions.map(({ text }) => text),
    ...record.related.map(({ why }) => why),
  ].filter((text) => text !== undefined);
}

function linkRows(fromSlug: string, record: IncidentRecord, story: string) {
  const related = record.related.map(({ slug, why }, position) => ({
    fromSlug,
    toSlug: slug,
    via: "related",
    why,
    position,
  }));
  const named = new Set([
    ...recordTexts(record).flatMap((text) => linksIn(text)),
    ...linksInMarkdown(story).map(({ slug }) => slug),
  ]);
  named.delete(fromSlug);
  const inText = [...named].map((toSlug, position) => ({
    fromSlug,
    toSlug,
    via: "text",
    why: null,
    position,
  }));
  return [...related, ...inText];
}
