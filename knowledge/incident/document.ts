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

import { longestTexts } from "./limits";
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

const Sources = oneOrMore(Slug);

export const ImpactRow = z.strictObject({
  what: draftText(longestOf.impact.what),
  value: draftText(longestOf.impact.value),
  figure: line(longestOf.impact.figure).optional(),
  source: Sources,
  confidence: vocabulary.Confidence.optional(),
});

export const TimelineEntry = z.strictObject({
  id: Slug,
  at: DraftMomentText,
  kind: vocabulary.EntryKind,
  text: draftText(longestOf.timeline.text),
  belief: text(longestOf.timeline.belief).optional(),
  source: Sources,
});

export const Factor = z.strictObject({
  id: Slug,
  role: vocabulary.Role,
  classes: distinct(Slug),
  mitigations: distinct(Slug),
  statement: draftText(longestOf.factors.statement),
  detail: text(longestOf.factors.detail).optional(),
  source: Sources,
  standing: vocabulary.Standing,
  luck: z.boolean().default(false),
});

export const Change = z.strictObject({ text: draftText(longestOf.changes.text), source: Sources });

export const Position = z.strictObject({
  source: DraftSlug,
  stance: vocabulary.Stance.optional(),
  at: DateText.optional(),
  note: text(longestOf.positions.note).optional(),
});

export const Claim = z.strictObject({
  id: Slug,
  statement: draftText(longestOf.claims.statement),
  standing: vocabulary.Outcome,
  positions: list(Position),
});

export const Action = z.strictObject({
  id: Slug,
  text: draftText(longestOf.actions.text),
  kind: vocabulary.ActionKind.optional(),
  factors: distinct(Slug),
  owner: line(longestOf.actions.owner).optional(),
  due: DateText.optional(),
  doneWhen: text(longestOf.actions.doneWhen).optional(),
  state: vocabulary.ActionState,
  why: text(longestOf.actions.why).optional(),
  link: webAddress().optional(),
});

export const Question = z.strictObject({
  text: draftText(longestOf.questions.text),
  owner: line(longestOf.questions.owner).optional(),
});

export const Related = z.strictObject({ slug: DraftSlug, why: draftText(longestOf.related.why) });

export const Citation = z.strictObject({
  id: Slug,
  url: webAddress().optional(),
  title: draftText(longestOf.sources.title),
  publisher: line(longestOf.sources.publisher).optional(),
  author: line(longestOf.sources.author).optional(),
  published: DateText.optional(),
  kind: vocabulary.SourceKind.optional(),
  seen: vocabulary.Seen.optional(),
  via: z.enum(["copy"]).optional(),
});

export const IncidentRecord = z.strictObject({
  formerly: distinct(Slug),
  title: line(longest.title).optional(),
  kind: vocabulary.IncidentKind.default("incident"),
  visibility: vocabulary.Visibility.default("public"),
  template: Slug.optional(),
  recorded: DateText.optional(),
  organization: oneOrMore(line(longestIn.organization)),
  products: distinct(line(longestIn.products)),
  sectors: distinct(vocabulary.Sector),
  severity: vocabulary.Severity.optional(),
  started: MomentText.optional(),
  detected: MomentText.optional(),
  mitigated: MomentText.optional(),
  resolved: MomentText.optional(),
  noticedBy: vocabulary.NoticedBy.optional(),
  summary: text(longest.summary).optional(),
  detection: text(longest.detection).optional(),
  impact: list(ImpactRow),
  timeline: list(TimelineEntry),
  factors: list(Factor),
  lessons: list(text(longestIn.lessons)),
  changes: list(Change),
  claims: list(Claim),
  actions: list(Action),
  questions: list(Question),
  related: list(Related),
  sources: list(Citation),
});

export type IncidentRecord = z.infer<typeof IncidentRecord>;
export type ImpactRow = z.infer<typeof ImpactRow>;
export type TimelineEntry = z.infer<typeof TimelineEntry>;
export type Factor = z.infer<typeof Factor>;
export type Claim = z.infer<typeof Claim>;
export type Position = z.infer<typeof Position>;
export type Citation = z.infer<typeof Citation>;
export type Action = z.infer<typeof Action>;

/** Any Markdown, also none, that a database can keep and a reader can see. */
export const Story = z.string().refine((story) => !hasRefusedCharacter(story), {
  error: "expected visible text without control characters",
});

/** The record, and the story as it was written, byte for byte. */
export interface IncidentDocument {
  readonly record: IncidentRecord;
  readonly story: string;
}
