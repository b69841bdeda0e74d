import { z } from "zod";

import { fieldsOf, type TakenFields } from "./json-left-out";
import { namePattern } from "./name-pattern";
import {
  fitting,
  maybeNamed,
  maybeText,
  vendorMarkdown,
  type VendorDocument,
} from "./vendor-document";

/** A person, or a service, a team or the like. */
const Reference = z.looseObject({ type: z.string(), summary: maybeText });
const maybeReference = Reference.nullish().catch(null);
type Reference = z.infer<typeof Reference>;

const Incident = z.looseObject({
  incident_number: z.number(),
  title: z.string(),
  status: maybeText,
  urgency: maybeText,
  priority: maybeNamed,
  created_at: maybeText,
  resolved_at: maybeText,
  body: z.looseObject({ details: maybeText }).nullish().catch(null),
  assignments: fitting(z.looseObject({ assignee: Reference })),
});
type Incident = z.infer<typeof Incident>;

const LogEntry = z.looseObject({
  type: z.string().endsWith("log_entry"),
  created_at: z.string(),
  summary: maybeText,
  note: maybeText,
  channel: z.looseObject({ summary: maybeText, content: maybeText }).nullish().catch(null),
  agent: maybeReference,
  assignees: fitting(Reference),
});
const Note = z.looseObject({
  content: z.string(),
  created_at: z.string(),
  user: maybeReference,
});

const StatusPost = z.looseObject({ message: z.string(), reported_at: maybeText });

const Answer = z.looseObject({
  incident: Incident.optional().catch(undefined),
  incidents: fitting(Incident),
  log_entries: fitting(LogEntry),
  notes: fitting(Note),
  postmortem: StatusPost.optional().catch(undefined),
});
type Answer = z.infer<typeof Answer>;

/** PagerDuty: an incident or a list of them, its log entries and notes, a status page's post-mortem. */
export function pagerDutyDocuments(value: unknown): string[] {
  const isBare = Incident.safeParse(value).success;
  const read = Answer.safeParse(isBare ? { incident: value } : value);
  if (!read.success) return [];
  const { incident, incidents, log_entries: entries, notes, postmortem } = read.data;
  if (incidents.length > 0) return incidents.map((one) => documentOf(one, noEntries));
  if (postmortem && !incident)
    return [vendorMarkdown({ ...nothing, sections: [["Summary", postmortem.message]] })];
  return incident || entries.length + notes.length > 0 ? [documentOf(incident, read.data)] : [];
}

const nothing = { title: null, labels: [], sections: [], timeline: [], actions: [] } as const;
const noEntries = { log_entries: [], notes: [] };

/** What of PagerDuty's data is taken. */
export const pagerDutyFields: TakenFields = {
  within: new Set(["incident", "incidents", "log_entries", "notes", "postmortem"]),
  taken: fieldsOf(Incident, LogEntry, Note, Answer, StatusPost),
};

function documentOf(
  incident: Incident | undefined,
  beside: Pick<Answer, "log_entries" | "notes"> & Partial<Pick<Answer, "postmortem">>,
): string {
  const people = peopleIn(incident, beside);
  const noted = beside.notes.map(({ created_at: at, content }) => ({ at, text: content }));
  const told = [...beside.log_entries.map(entryOf), ...noted];
  const summary = beside.postmortem?.message ?? incident?.body?.details;
  return vendorMarkdown({
    title: incident?.title,
    labels: incident ? labelsOf(incident) : [],
    sections: [["Summary", summary && withoutPeople(summary, people)]],
    timeline: told.map(({ at, text }) => ({ at, text: withoutPeople(text, people) })),
    actions: [],
  });
}

function labelsOf(incident: Incident): VendorDocument["labels"] {
  return [
    ["Severity", incident.priority ?? incident.urgency],
    ["Status", incident.status],
    ["Incident start", incident.created_at],
    ["Resolved", incident.resolved_at],
  ];
}

function entryOf(entry: z.infer<typeof LogEntry>): { at: string; text: string } {
  const { created_at: at, type, summary, note, channel } = entry;
  const said = note ?? channel?.content ?? channel?.summary;
  // Of a note the summary says only who wrote one.
  const isNote = type.startsWith("annotate_");
  const text = isNote ? (said ?? summary) : (note ?? summary ?? said);
  return { at, text: text ?? wordsOf(type) };
}

/** More people than this no incident has. */
const mostPeople = 200;

/** The names of the people who did something or were given it. */
function peopleIn(
  incident: Incident | undefined,
  { log_entries: entries, notes }: Pick<Answer, "log_entries" | "notes">,
): string[] {
  const references: (Reference | null | undefined)[] = [
    ...(incident?.assignments ?? []).map(({ assignee }) => assignee),
    ...entries.flatMap(({ agent, assignees }) => [agent, ...assignees]),
    ...notes.map(({ user }) => user),
  ];
  const names = references.flatMap((one) =>
    one?.summary && /^user(?:_reference)?$/.test(one.type) ? [one.summary.trim()] : [],
  );
  const known = [...new Set(names)].filter((name) => name.length > 1);
  return known.toSorted((a, b) => b.length - a.length).slice(0, mostPeople);
}

/** A text in which people are named by their part. */
function withoutPeople(text: string, people: readonly string[]): string {
  if (people.length === 0) return text;
  return text.replaceAll(namePattern(people, "gu"), "a responder");
}

/** `acknowledge_log_entry` reads "Acknowledge". */
function wordsOf(type: string): string {
  const words = type.replace(/_?log_entry$/, "").replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
