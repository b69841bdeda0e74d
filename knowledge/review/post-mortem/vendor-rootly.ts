import { z } from "zod";

import { fieldsOf, type TakenFields } from "./json-left-out";
import { bodyOf, fitting, maybeText, vendorMarkdown, type VendorDocument } from "./vendor-document";

const Attributes = z.looseObject({
  title: maybeText,
  name: maybeText,
  summary: maybeText,
  content: maybeText,
  status: maybeText,
  severity: z
    .looseObject({ data: z.looseObject({ attributes: z.looseObject({ name: z.string() }) }) })
    .nullish()
    .catch(null),
  mitigation_message: maybeText,
  resolution_message: maybeText,
  started_at: maybeText,
  detected_at: maybeText,
  acknowledged_at: maybeText,
  mitigated_at: maybeText,
  resolved_at: maybeText,
  closed_at: maybeText,
  event: maybeText,
  occurred_at: maybeText,
  description: maybeText,
  jira_issue_url: maybeText,
});

const Resource = z.looseObject({ type: z.string(), attributes: Attributes });
type Resource = z.infer<typeof Resource>;
const Answer = z.looseObject({
  data: z.union([Resource.transform((one) => [one]), fitting(Resource)]),
  included: fitting(Resource),
});

/** What of Rootly's data is taken. */
export const rootlyFields: TakenFields = {
  within: new Set(["data", "included", "attributes"]),
  taken: fieldsOf(Attributes, Resource, Answer),
};

/** Rootly's JSON:API: incidents or post-mortems, with events, causes and action items included. */
export function rootlyDocuments(value: unknown): string[] {
  const read = Answer.safeParse(value);
  if (!read.success) return [];
  const { data, included } = read.data;
  const main = data.filter(
    ({ type }) =>
      type === "incidents" || type === "post_mortems" || type === "incident_post_mortems",
  );
  const beside = [...data.filter((one) => !main.includes(one)), ...included];
  if (main.length === 0) {
    const events = beside.filter(({ attributes }) => attributes.event && attributes.occurred_at);
    return events.length === 0 ? [] : [documentOf(null, beside)];
  }
  return main.map((one) => documentOf(one, main.length === 1 ? beside : []));
}

function documentOf(main: Resource | null, beside: readonly Resource[]): string {
  const causes = beside
    .filter(({ type }) => /causes?$/.test(type))
    .map(({ attributes }) => `- ${attributes.name ?? ""}`);
  const told = main?.attributes;
  const body = vendorMarkdown({
    title: told?.title,
    labels: told ? labelsOf(told) : [],
    sections: [...(told ? sectionsOf(told) : []), ["Contributing factors", causes.join("\n")]],
    timeline: [...momentsOf(main), ...eventsOf(beside)],
    actions: beside.filter(({ type }) => /action_items?$/.test(type)).map(actionOf),
  });
  return told?.content ? `${body}\n${bodyOf(told.content)}` : body;
}

function labelsOf(told: Resource["attributes"]): VendorDocument["labels"] {
  return [
    ["Severity", told.severity?.data.attributes.name],
    ["Status", told.status],
    ["Incident start", told.started_at],
    ["Detected", told.detected_at],
    ["Mitigated", told.mitigated_at],
    ["Resolved", told.resolved_at],
  ];
}

function sectionsOf(told: Resource["attributes"]): VendorDocument["sections"] {
  return [
    ["Summary", told.summary],
    ["Mitigation", told.mitigation_message],
    ["Resolution", told.resolution_message],
  ];
}

const moments = [
  ["started_at", "Started"],
  ["detected_at", "Detected"],
  ["acknowledged_at", "Acknowledged"],
  ["mitigated_at", "Mitigated"],
  ["resolved_at", "Resolved"],
] as const;

function momentsOf(main: Resource | null): { at: string; text: string }[] {
  if (!main || main.attributes.content) return [];
  return moments.flatMap(([key, text]) => {
    const at = main.attributes[key];
    return at ? [{ at, text }] : [];
  });
}

function eventsOf(resources: readonly Resource[]): { at: string; text: string }[] {
  return resources.flatMap(({ attributes: { event, occurred_at: at } }) =>
    event && at ? [{ at, text: event }] : [],
  );
}

function actionOf({ attributes }: Resource) {
  const { summary, description, status, jira_issue_url: link } = attributes;
  return { text: summary ?? description ?? "", isDone: status === "done", link };
}
