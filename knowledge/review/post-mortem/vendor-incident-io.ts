import { z } from "zod";

import { fieldsOf, type TakenFields } from "./json-left-out";
import { fitting, maybeNamed, maybeText, vendorMarkdown } from "./vendor-document";

const Timestamp = z.looseObject({
  incident_timestamp: z.looseObject({ name: z.string() }),
  value: z.looseObject({ value: z.string() }),
});

const Incident = z.looseObject({
  id: z.string(),
  name: z.string(),
  summary: maybeText,
  severity: maybeNamed,
  incident_status: maybeNamed,
  incident_timestamp_values: fitting(Timestamp),
});
type Incident = z.infer<typeof Incident>;

const FollowUp = z.looseObject({
  incident_id: maybeText,
  title: z.string(),
  status: maybeText,
  external_issue_reference: z.looseObject({ issue_permalink: maybeText }).nullish().catch(null),
});

const Update = z.looseObject({
  incident_id: maybeText,
  message: maybeText,
  new_incident_status: maybeNamed,
  created_at: z.string(),
});

const Answer = z.looseObject({
  incident: Incident.optional().catch(undefined),
  incidents: fitting(Incident),
  follow_ups: fitting(FollowUp),
  incident_updates: fitting(Update),
  markdown: maybeText,
  content: maybeText,
  postmortem_document: z.looseObject({ title: maybeText, status: maybeText }).nullish().catch(null),
});
type Answer = z.infer<typeof Answer>;

const bare = z.looseObject({ reference: z.string(), incident_status: z.unknown() });

/** What of incident.io's data is taken. */
export const incidentIoFields: TakenFields = {
  within: new Set(["incident", "incidents", "follow_ups", "incident_updates"]),
  taken: fieldsOf(Incident, FollowUp, Update, Answer),
};

/** incident.io: an incident or a list of them, with updates and follow-ups; a post-mortem's content. */
export function incidentIoDocuments(value: unknown): string[] {
  if (Array.isArray(value)) return ofList(value);
  const isBare = bare.safeParse(value).success;
  const read = Answer.safeParse(isBare ? { incident: value } : value);
  if (!read.success) return [];
  const incidents = [read.data.incident ?? [], read.data.incidents].flat();
  const written = contentOf(read.data);
  if (written !== null && incidents.length < 2) return [written];
  return incidents.map((incident) => documentOf(incident, read.data));
}

function ofList(values: readonly unknown[]): string[] {
  const all = values.length > 0 && values.every((one) => bare.safeParse(one).success);
  return all ? values.flatMap(incidentIoDocuments) : [];
}

/** The text that somebody wrote goes before what the data say. */
function contentOf({ markdown, content, postmortem_document: document }: Answer): string | null {
  const text = markdown ?? content;
  if (!text) return null;
  const title = document?.title;
  return title && !/^#[ \t]/m.test(text) ? `# ${title}\n\n${text}` : text;
}

function documentOf(
  incident: Incident,
  { follow_ups: followUps, incident_updates: updates }: Answer,
): string {
  const isOf = (id: string | null | undefined) => !id || id === incident.id;
  const timestamps = incident.incident_timestamp_values.map(
    ({ incident_timestamp: { name }, value: { value } }) => ({ at: value, text: name }),
  );
  const told = updates
    .filter(({ incident_id: id }) => isOf(id))
    .map(({ created_at: at, message, new_incident_status: status }) => ({
      at,
      text: message || `Status: ${status ?? "unknown"}`,
    }));
  return vendorMarkdown({
    title: incident.name,
    labels: [
      ["Severity", incident.severity],
      ["Status", incident.incident_status],
      ["Incident start", startOf(timestamps)],
    ],
    sections: [["Summary", incident.summary]],
    timeline: [...timestamps, ...told],
    actions: followUps
      .filter(({ incident_id: id }) => isOf(id))
      .map(({ title, status, external_issue_reference: reference }) => ({
        text: title,
        isDone: status === "completed",
        link: reference?.issue_permalink,
      })),
  });
}

function startOf(timestamps: readonly { at: string; text: string }[]): string | undefined {
  return timestamps.find(({ text }) => /impact started|started|start/i.test(text))?.at;
}
