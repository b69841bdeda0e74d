import { z } from "zod";

import { fieldsOf, type TakenFields } from "./json-left-out";
import {
  fitting,
  maybeNamed,
  maybeText,
  vendorMarkdown,
  type VendorDocument,
} from "./vendor-document";

const Milestone = z.looseObject({
  type: maybeText,
  name: maybeText,
  slug: maybeText,
  occurred_at: z.string(),
});

const Incident = z.looseObject({
  name: z.string(),
  summary: maybeText,
  description: maybeText,
  customer_impact_summary: maybeText,
  current_milestone: maybeText,
  started_at: maybeText,
  severity: maybeNamed,
  milestones: fitting(Milestone),
  lifecycle_phases: fitting(z.looseObject({ milestones: fitting(Milestone) })),
});
type Incident = z.infer<typeof Incident>;

const Event = z.looseObject({
  occurred_at: z.string(),
  type: maybeText,
  data: z
    .looseObject({
      comment: maybeText,
      body: maybeText,
      message: maybeText,
      note: maybeText,
      text: maybeText,
    })
    .nullish()
    .catch(null),
});

const Question = z.looseObject({ title: z.string(), body: maybeText });
const Reason = z.looseObject({ summary: z.string() });
const Field = z.looseObject({ label: z.string(), value: maybeText });

const Answer = z.looseObject({
  incident: Incident.optional().catch(undefined),
  events: fitting(Event),
  name: maybeText,
  summary: maybeText,
  questions: fitting(Question),
  reasons: fitting(Reason),
  fields: fitting(Field),
  markdown: maybeText,
});
type Answer = z.infer<typeof Answer>;

const isIncident = z.union([
  z.looseObject({ name: z.string(), current_milestone: z.string() }),
  z.looseObject({ name: z.string(), lifecycle_phases: z.array(z.unknown()) }),
  z.looseObject({ name: z.string(), milestones: z.array(z.unknown()), started_at: z.unknown() }),
]);
const isReport = z.union([
  z.looseObject({ incident_id: z.string(), questions: z.array(z.unknown()) }),
  z.looseObject({ retrospective_template_id: z.unknown(), fields: z.array(z.unknown()) }),
  z.looseObject({ incident: isIncident }),
  z.looseObject({ events: z.array(Event).min(1) }),
]);

/** What of FireHydrant's data is taken. */
export const fireHydrantFields: TakenFields = {
  within: new Set(["incident", "events", "questions", "reasons", "fields"]),
  taken: fieldsOf(Incident, Event, Question, Reason, Field, Answer),
};

/** FireHydrant: an incident with its events, a post-mortem report, a retrospective. */
export function fireHydrantDocuments(value: unknown): string[] {
  const list = Array.isArray(value)
    ? value
    : z.looseObject({ data: z.array(z.unknown()) }).safeParse(value).data?.data;
  if (list) {
    const all =
      list.length > 0 &&
      list.every((one) => isIncident.safeParse(one).success || isReport.safeParse(one).success);
    return all ? list.flatMap(fireHydrantDocuments) : [];
  }
  const isBare = isIncident.safeParse(value).success;
  if (!isBare && !isReport.safeParse(value).success) return [];
  const read = Answer.safeParse(
    isBare ? { ...z.record(z.string(), z.unknown()).parse(value), incident: value } : value,
  );
  return read.success ? [documentOf(read.data)] : [];
}

function documentOf(answer: Answer): string {
  const { incident } = answer;
  const milestones = incident ? milestonesOf(incident) : [];
  const factors = answer.reasons.map(({ summary }) => `- ${summary}`).join("\n");
  return vendorMarkdown({
    title: incident?.name ?? answer.name,
    labels: incident ? labelsOf(incident, milestones) : [],
    sections: [
      ["Summary", answer.summary ?? incident?.summary ?? incident?.description],
      ["Customer impact", incident?.customer_impact_summary],
      ...answer.questions.map(({ title, body }) => [title, body] as const),
      ...answer.fields.map(({ label, value }) => [label, value] as const),
      ["Contributing factors", factors],
    ],
    timeline: [...milestones, ...answer.events.flatMap(entryOf)],
    actions: [],
  });
}

function labelsOf(incident: Incident, milestones: readonly Told[]): VendorDocument["labels"] {
  const at = (name: RegExp) => milestones.find(({ text }) => name.test(text))?.at;
  return [
    ["Severity", incident.severity],
    ["Status", incident.current_milestone],
    ["Incident start", incident.started_at ?? at(/^started$/i)],
    ["Resolved", at(/^resolved$/i)],
  ];
}

interface Told {
  readonly at: string;
  readonly text: string;
}

function entryOf({ occurred_at: at, type, data }: z.infer<typeof Event>): Told[] {
  const { comment, body, message, note, text: words } = data ?? {};
  const text = [comment, body, message, note, words, type].find(Boolean);
  return text ? [{ at, text }] : [];
}

function milestonesOf({
  milestones,
  lifecycle_phases: phases,
}: Incident): { at: string; text: string }[] {
  const all = milestones.length > 0 ? milestones : phases.flatMap((phase) => phase.milestones);
  return all.map(({ occurred_at: at, type, name, slug }) => ({
    at,
    text: name ?? type ?? slug ?? "Milestone",
  }));
}
