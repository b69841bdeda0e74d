import { z } from "zod";

import {
  fitting,
  maybeNamed,
  maybeText,
  vendorMarkdown,
  type VendorDocument,
} from "./vendor-document";

const Incident = z.looseObject({
  incident_number: z.number(),
  title: z.string(),
  status: maybeText,
  urgency: maybeText,
  priority: maybeNamed,
  created_at: maybeText,
  resolved_at: maybeText,
  body: z.looseObject({ details: maybeText }).nullish().catch(null),
});
type Incident = z.infer<typeof Incident>;

const LogEntry = z.looseObject({
  type: z.string().endsWith("log_entry"),
  created_at: z.string(),
  summary: maybeText,
  note: maybeText,
  channel: z.looseObject({ summary: maybeText, content: maybeText }).nullish().catch(null),
});
const Note = z.looseObject({ content: z.string(), created_at: z.string() });

const Answer = z.looseObject({
  incident: Incident.optional().catch(undefined),
  incidents: fitting(Incident),
  log_entries: fitting(LogEntry),
  notes: fitting(Note),
  postmortem: z
    .looseObject({ message: z.string(), reported_at: maybeText })
    .optional()
    .catch(undefined),
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

function documentOf(
  incident: Incident | undefined,
  beside: Pick<Answer, "log_entries" | "notes"> & Partial<Pick<Answer, "postmortem">>,
): string {
  const noted = beside.notes.map(({ created_at: at, content }) => ({ at, text: content }));
  const summary = beside.postmortem?.message ?? incident?.body?.details;
  return vendorMarkdown({
    title: incident?.title,
    labels: incident ? labelsOf(incident) : [],
    sections: [["Summary", summary]],
    timeline: [...beside.log_entries.map(entryOf), ...noted],
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
  return { at, text: note ?? summary ?? channel?.content ?? channel?.summary ?? wordsOf(type) };
}

/** `acknowledge_log_entry` reads "Acknowledge". */
function wordsOf(type: string): string {
  const words = type.replace(/_?log_entry$/, "").replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
