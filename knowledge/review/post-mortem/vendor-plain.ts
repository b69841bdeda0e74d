import { z } from "zod";

import type { TakenFields } from "./json-left-out";
import { fitting, maybeText, vendorMarkdown } from "./vendor-document";

const secondsOrText = z.union([z.string(), z.number().transform(fromEpoch)]);

/** Seconds or milliseconds since 1970 as text; empty for a number that is no time. */
function fromEpoch(value: number): string {
  const date = new Date(value > 1e11 ? value : value * 1000);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString();
}

/** The first of several keys that holds something. */
function firstOf(values: Readonly<Record<string, unknown>>, keys: readonly string[]): string {
  for (const key of keys) {
    const read = secondsOrText.safeParse(values[key]);
    if (read.success && read.data !== "") return read.data;
  }
  return "";
}

const Values = z.record(z.string(), z.unknown());

/** The fields in which small tools keep each part, the likelier first. */
const fields = {
  at: ["at", "time", "timestamp", "occurred_at", "date"],
  text: ["text", "event", "description", "message", "title"],
  action: ["text", "title", "action", "description"],
  state: ["status", "state"],
  title: ["title", "name"],
  summary: ["summary"],
  severity: ["severity"],
  status: ["status"],
  started: ["started", "started_at", "start_time"],
  resolved: ["resolved_at", "end_time"],
  impact: ["impact"],
  cause: ["root_cause", "rootCause"],
  resolution: ["resolution"],
} as const;

const Entry = Values.transform((values) => ({
  at: firstOf(values, fields.at),
  text: firstOf(values, fields.text),
})).refine(({ text }) => text !== "");

const Action = z
  .union([
    z.string().transform((text) => ({ text, isDone: false })),
    Values.transform((values) => ({
      text: firstOf(values, fields.action),
      isDone: /^(?:done|closed|completed?)$/i.test(firstOf(values, fields.state)),
    })),
  ])
  .refine(({ text }) => text !== "");

const Lists = z.looseObject({
  timeline: fitting(Entry),
  events: fitting(Entry),
  actions: fitting(Action),
  action_items: fitting(Action),
  markdown: maybeText,
  content: maybeText,
});

/** What is taken of JSON that small tools write. */
export const plainFields: TakenFields = {
  within: new Set(["timeline", "events", "actions", "action_items"]),
  taken: new Set([...Object.values(fields).flat(), "markdown", "content"]),
};

/** JSON of no known vendor that has a title with a summary or a timeline, as small tools write it. */
export function plainDocuments(value: unknown): string[] {
  if (Array.isArray(value)) {
    // A list of lists holds no incidents, and may be as deep as anybody likes.
    if (value.some(Array.isArray)) return [];
    const all = value.map(plainDocuments);
    return all.length > 0 && all.every((one) => one.length > 0) ? all.flat() : [];
  }
  const values = Values.safeParse(value);
  const lists = Lists.safeParse(value);
  return values.success && lists.success ? documentOf(values.data, lists.data) : [];
}

function documentOf(values: z.infer<typeof Values>, lists: z.infer<typeof Lists>): string[] {
  const written = lists.markdown ?? lists.content;
  if (written?.includes("\n")) return [written];
  const timeline = [...lists.timeline, ...lists.events];
  const title = firstOf(values, fields.title);
  const summary = firstOf(values, fields.summary);
  if (timeline.length === 0 && (title === "" || summary === "")) return [];
  return [
    vendorMarkdown({
      title,
      labels: [
        ["Severity", firstOf(values, fields.severity)],
        ["Status", firstOf(values, fields.status)],
        ["Incident start", firstOf(values, fields.started)],
        ["Resolved", firstOf(values, fields.resolved)],
      ],
      sections: [
        ["Summary", summary],
        ["Impact", firstOf(values, fields.impact)],
        ["Root cause", firstOf(values, fields.cause)],
        ["Resolution", firstOf(values, fields.resolution)],
      ],
      timeline,
      actions: [...lists.actions, ...lists.action_items],
    }),
  ];
}
