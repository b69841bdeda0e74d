import type { WrittenDate } from "#knowledge/incident/written-date";
import type { WrittenTime } from "#knowledge/incident/written-time-form";
import type { WrittenZone } from "#knowledge/incident/written-zone";

/** One row of a timeline as it stands in the document, its time not yet settled. */
export interface TimelineRow {
  readonly kind: "row";
  /** Null where no time was read. */
  readonly written: WrittenTime | null;
  /** The time as it was written; empty where there is none. */
  readonly typed: string;
  /** Its text, marks and all; pieces that stood on lines of their own are divided by line feeds. */
  readonly markdown: string;
  /** What further columns of a table hold, such as links to evidence; empty where there is none. */
  readonly aside: string;
  /** Its lines in the document. */
  readonly from: number;
  readonly to: number;
  readonly isStruck: boolean;
  readonly form: "table" | "item" | "line" | "heading" | "prose";
}

/** What a timeline is made of, in the order of the document. */
export type TimelinePart =
  | TimelineRow
  | { readonly kind: "day"; readonly date: WrittenDate; readonly line: number }
  /** Another list begins, which does not go on from the one before. */
  | { readonly kind: "list"; readonly line: number }
  | { readonly kind: "zone"; readonly zone: WrittenZone; readonly line: number };
