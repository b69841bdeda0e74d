import * as z from "zod";

import {
  distinct,
  draftText,
  line,
  list,
  oneOrMore,
  text,
  webAddress,
} from "#knowledge/text/fields";
import { hasRefusedCharacter } from "#knowledge/text/raw-source";
import { DraftSlug, Slug } from "#knowledge/text/slug";

import { limits, longestTexts } from "./limits";
import { DateText, DraftMomentText, MomentText } from "./moment-text";
import * as vocabulary from "./vocabulary";

/**
 * An incident is a record (times, impact, timeline, factors, claims, sources) and a story
 * (Markdown). Together they are one document: the file in `content/`, what the editor saves, what a
 * revision keeps and what `/incidents/<slug>.md` answers. This schema is its only definition; the
 * keys stand in the order in which they are written.
 *
 * It says what is well formed, so that it can be saved. Rows may still lack what readers need of
 * them; that, and whether it all holds together, is asked before publishing (`publishable.ts`).
 */

const { record: longest, lists: longestIn, rows: longestOf } = longestTexts;

/** How long a text may be, by how long a document may have it. */
type Most = (longest: number) => number;

const Sources = oneOrMore(Slug);

const impactRow = (most: Most) =>
  z.strictObject({
    what: draftText(most(longestOf.impact.what)),
    value: draftText(most(longestOf.impact.value)),
    figure: line(most(longestOf.impact.figure)).optional(),
    source: Sources,
    confidence: vocabulary.Confidence.optional(),
  });

const timelineEntry = (most: Most) =>
  z.strictObject({
    id: Slug,
    at: DraftMomentText,
    kind: vocabulary.EntryKind,
    text: draftText(most(longestOf.timeline.text)),
    belief: text(most(longestOf.timeline.belief)).optional(),
    source: Sources,
  });

const factor = (most: Most) =>
  z.strictObject({
    id: Slug,
    role: vocabulary.Role,
    classes: distinct(Slug),
    mitigations: distinct(Slug),
    statement: draftText(most(longestOf.factors.statement)),
    detail: text(most(longestOf.factors.detail)).optional(),
    source: Sources,
    standing: vocabulary.Standing,
    luck: z.boolean().default(false),
  });

const change = (most: Most) =>
  z.strictObject({ text: draftText(most(longestOf.changes.text)), source: Sources });

const position = (most: Most) =>
  z.strictObject({
    source: DraftSlug,
    stance: vocabulary.Stance.optional(),
    at: DateText.optional(),
    note: text(most(longestOf.positions.note)).optional(),
  });

const claim = (most: Most) =>
  z.strictObject({
    id: Slug,
    statement: draftText(most(longestOf.claims.statement)),
    standing: vocabulary.Outcome,
    positions: list(position(most)),
  });

const action = (most: Most) =>
  z.strictObject({
    id: Slug,
    text: draftText(most(longestOf.actions.text)),
    kind: vocabulary.ActionKind.optional(),
    factors: distinct(Slug),
    owner: line(most(longestOf.actions.owner)).optional(),
    due: DateText.optional(),
    doneWhen: text(most(longestOf.actions.doneWhen)).optional(),
    state: vocabulary.ActionState,
    why: text(most(longestOf.actions.why)).optional(),
    link: webAddress().optional(),
  });

const question = (most: Most) =>
  z.strictObject({
    text: draftText(most(longestOf.questions.text)),
    owner: line(most(longestOf.questions.owner)).optional(),
  });

const related = (most: Most) =>
  z.strictObject({ slug: DraftSlug, why: draftText(most(longestOf.related.why)) });

const citation = (most: Most) =>
  z.strictObject({
    id: Slug,
    url: webAddress().optional(),
    title: draftText(most(longestOf.sources.title)),
    publisher: line(most(longestOf.sources.publisher)).optional(),
    author: line(most(longestOf.sources.author)).optional(),
    published: DateText.optional(),
    kind: vocabulary.SourceKind.optional(),
    seen: vocabulary.Seen.optional(),
    via: z.enum(["copy"]).optional(),
  });

const incidentRecord = (most: Most) =>
  z.strictObject({
    formerly: distinct(Slug),
    title: line(most(longest.title)).optional(),
    kind: vocabulary.IncidentKind.default("incident"),
    visibility: vocabulary.Visibility.default("public"),
    template: Slug.optional(),
    recorded: DateText.optional(),
    organization: oneOrMore(line(most(longestIn.organization))),
    products: distinct(line(most(longestIn.products))),
    sectors: distinct(vocabulary.Sector),
    severity: vocabulary.Severity.optional(),
    started: MomentText.optional(),
    detected: MomentText.optional(),
    mitigated: MomentText.optional(),
    resolved: MomentText.optional(),
    noticedBy: vocabulary.NoticedBy.optional(),
    summary: text(most(longest.summary)).optional(),
    detection: text(most(longest.detection)).optional(),
    impact: list(impactRow(most)),
    timeline: list(timelineEntry(most)),
    factors: list(factor(most)),
    lessons: list(text(most(longestIn.lessons))),
    changes: list(change(most)),
    claims: list(claim(most)),
    actions: list(action(most)),
    questions: list(question(most)),
    related: list(related(most)),
    sources: list(citation(most)),
  });

/** The schemas of the record, and of the rows of each list, `positions` being those of a claim. */
const schemasWith = (most: Most) => ({
  record: incidentRecord(most),
  impact: impactRow(most),
  timeline: timelineEntry(most),
  factors: factor(most),
  changes: change(most),
  claims: claim(most),
  positions: position(most),
  actions: action(most),
  questions: question(most),
  related: related(most),
  sources: citation(most),
});

export const { record: IncidentRecord, ...rowSchemas } = schemasWith((length) => length);
export const { positions: Position, sources: Citation } = rowSchemas;

/**
 * The same while somebody writes it: a text may be longer than a document has it. It is saved beside
 * the document then, and belongs to its row no less.
 */
export const { record: WholeRecord, ...wholeRowSchemas } = schemasWith(() => limits.documentBytes);

export type IncidentRecord = z.infer<typeof IncidentRecord>;
export type ImpactRow = IncidentRecord["impact"][number];
export type TimelineEntry = IncidentRecord["timeline"][number];
export type Factor = IncidentRecord["factors"][number];
export type Claim = IncidentRecord["claims"][number];
export type Position = z.infer<typeof Position>;
export type Citation = z.infer<typeof Citation>;
export type Action = IncidentRecord["actions"][number];

/** Any Markdown, also none, that a database can keep and a reader can see. */
export const Story = z.string().refine((story) => !hasRefusedCharacter(story), {
  error: "expected visible text without control characters",
});

/** The record, and the story as it was written, byte for byte. */
export interface IncidentDocument {
  readonly record: IncidentRecord;
  readonly story: string;
}
