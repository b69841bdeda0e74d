import { z } from "zod";

import { markdownFromHtml } from "./from-html";

/** Text that may be missing; anything else than text counts as missing. */
export const maybeText = z.string().nullish().catch(null);

/** Something with a name, or a name alone. */
export const maybeNamed = z
  .union([
    z.string(),
    z.looseObject({ name: z.string() }).transform(({ name }) => name),
    z.looseObject({ summary: z.string() }).transform(({ summary }) => summary),
  ])
  .nullish()
  .catch(null);

/** A list of which only what fits is kept. */
export function fitting<Row extends z.ZodType>(row: Row) {
  return z
    .array(z.unknown())
    .nullish()
    .catch(null)
    .transform((values) =>
      (values ?? []).flatMap((value): z.infer<Row>[] => {
        const read = row.safeParse(value);
        return read.success ? [read.data] : [];
      }),
    );
}

/** The parts of a document that is written out of a vendor's data. */
export interface VendorDocument {
  readonly title: string | null | undefined;
  readonly labels: readonly (readonly [string, string | null | undefined])[];
  readonly sections: readonly (readonly [string, string | null | undefined])[];
  readonly timeline: readonly { readonly at: string; readonly text: string }[];
  readonly actions: readonly {
    readonly text: string;
    readonly isDone: boolean;
    readonly link?: string | null | undefined;
  }[];
}

/** Writes what a vendor's data say as a post-mortem in Markdown. */
export function vendorMarkdown({
  title,
  labels,
  sections,
  timeline,
  actions,
}: VendorDocument): string {
  const lines: string[] = [];
  if (title) lines.push(`# ${oneLine(title)}`, "");
  for (const [name, value] of labels) if (value) lines.push(`**${name}:** ${oneLine(value)}`, "");
  for (const [heading, body] of sections)
    if (body && body.trim() !== "") lines.push(`## ${oneLine(heading)}`, "", bodyOf(body), "");
  if (timeline.length > 0) {
    lines.push(
      "## Timeline",
      "",
      // They come out of several lists, which have no order among each other but that of time.
      ...timeline
        .toSorted((a, b) => timeOf(a.at) - timeOf(b.at))
        .map(({ at, text }) => `- ${at} - ${indented(text)}`),
      "",
    );
  }
  if (actions.length > 0) {
    lines.push("## Action items", "", ...actions.map(actionLine), "");
  }
  return lines.join("\n");
}

function timeOf(at: string): number {
  const time = Date.parse(at);
  return Number.isNaN(time) ? 0 : time;
}

function actionLine({ text, isDone, link }: VendorDocument["actions"][number]): string {
  return `- [${isDone ? "x" : " "}] ${indented(text)}${link ? ` (${link})` : ""}`;
}

/** HTML as Markdown; headings stand below those of the sections. */
export function bodyOf(body: string): string {
  const markdown = /<(?:p|h[1-6]|ul|ol|table|div|br)\b[^<>]{0,300}>/i.test(body)
    ? markdownFromHtml(body, "markdown")
    : body;
  return markdown.trim();
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

function indented(text: string): string {
  return bodyOf(text).replaceAll(/\n+/g, "\n  ");
}
