import { z } from "zod";

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

const Entry = Values.transform((values) => ({
  at: firstOf(values, ["at", "time", "timestamp", "occurred_at", "date"]),
  text: firstOf(values, ["text", "event", "description", "message", "title"]),
})).refine(({ text }) => text !== "");

const Action = z
  .union([
    z.string().transform((text) => ({ text, isDone: false })),
    Values.transform((values) => ({
      text: firstOf(values, ["text", "title", "action", "description"]),
      isDone: /^(?:done|closed|completed?)$/i.test(firstOf(values, ["status", "state"])),
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

/** JSON of no known vendor that has a title with a summary or a timeline, as small tools write it. */
export function plainDocuments(value: unknown): string[] {
  if (Array.isArray(value)) {
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
  const title = firstOf(values, ["title", "name"]);
  const summary = firstOf(values, ["summary"]);
  if (timeline.length === 0 && (title === "" || summary === "")) return [];
  return [
    vendorMarkdown({
      title,
      labels: [
        ["Severity", firstOf(values, ["severity"])],
        ["Status", firstOf(values, ["status"])],
        ["Incident start", firstOf(values, ["started", "started_at", "start_time"])],
        ["Resolved", firstOf(values, ["resolved_at", "end_time"])],
      ],
      sections: [
        ["Summary", summary],
        ["Impact", firstOf(values, ["impact"])],
        ["Root cause", firstOf(values, ["root_cause", "rootCause"])],
        ["Resolution", firstOf(values, ["resolution"])],
      ],
      timeline,
      actions: [...lists.actions, ...lists.action_items],
    }),
  ];
}
