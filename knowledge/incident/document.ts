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

import { limits } from "./limits";
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

const Sources = oneOrMore(Slug);

export const ImpactRow = z.strictObject({
  what: draftText(limits.text),
  value: draftText(limits.text),
  figure: line(limits.figure).optional(),
  source: Sources,
  confidence: vocabulary.Confidence.optional(),
});

export const TimelineEntry = z.strictObject({
  id: Slug,
  at: DraftMomentText,
  kind: vocabulary.EntryKind,
  text: draftText(limits.text),
  belief: text(limits.text).optional(),
  source: Sources,
});

export const Factor = z.strictObject({
  id: Slug,
  role: vocabulary.Role,
  classes: distinct(Slug),
  mitigations: distinct(Slug),
  statement: draftText(limits.text),
  detail: text(limits.longText).optional(),
  source: Sources,
  standing: vocabulary.Standing,
  luck: z.boolean().default(false),
});

export const Change = z.strictObject({ text: draftText(limits.text), source: Sources });

export const Position = z.strictObject({
  source: DraftSlug,
  stance: vocabulary.Stance.optional(),
  at: DateText.optional(),
  note: text(limits.text).optional(),
});

export const Claim = z.strictObject({
  id: Slug,
  statement: draftText(limits.text),
  standing: vocabulary.Outcome,
  positions: list(Position),
});

export const Action = z.strictObject({
  id: Slug,
  text: draftText(limits.text),
  kind: vocabulary.ActionKind.optional(),
  factors: distinct(Slug),
  owner: line(limits.name).optional(),
  due: DateText.optional(),
  doneWhen: text(limits.text).optional(),
  state: vocabulary.ActionState,
  why: text(limits.text).optional(),
  link: webAddress().optional(),
});

export const Question = z.strictObject({
  text: draftText(limits.text),
  owner: line(limits.name).optional(),
});

export const Related = z.strictObject({ slug: DraftSlug, why: draftText(limits.text) });

export const Citation = z.strictObject({
  id: Slug,
  url: webAddress().optional(),
  title: draftText(limits.text),
  publisher: line(limits.name).optional(),
  author: line(limits.name).optional(),
  published: DateText.optional(),
  kind: vocabulary.SourceKind.optional(),
  seen: vocabulary.Seen.optional(),
  via: z.enum(["copy"]).optional(),
});

export const IncidentRecord = z.strictObject({
  formerly: distinct(Slug),
  title: line(limits.title).optional(),
  kind: vocabulary.IncidentKind.default("incident"),
  visibility: vocabulary.Visibility.default("public"),
  template: Slug.optional(),
  recorded: DateText.optional(),
  organization: oneOrMore(line(limits.name)),
  products: distinct(line(limits.name)),
  sectors: distinct(vocabulary.Sector),
  severity: vocabulary.Severity.optional(),
  started: MomentText.optional(),
  detected: MomentText.optional(),
  mitigated: MomentText.optional(),
  resolved: MomentText.optional(),
  noticedBy: vocabulary.NoticedBy.optional(),
  summary: text(limits.longText).optional(),
  detection: text(limits.longText).optional(),
  impact: list(ImpactRow),
  timeline: list(TimelineEntry),
  factors: list(Factor),
  lessons: list(text(limits.longText)),
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
