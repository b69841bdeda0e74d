import type { IncidentRecord } from "#knowledge/incident/document";

import type { TemplateSection } from "./template";

/** A part of a record that a section edits. No template asks for claims: other people make those. */
export type Part = NonNullable<TemplateSection["part"]> | "claims";

/** How much stands in a part: rows that say something, or 1 for a text; 0 where it is empty. */
export function amountIn(part: Part, record: IncidentRecord): number {
  const value = valueOf(part, record);
  return Array.isArray(value) ? value.filter(says).length : Number(says(value));
}

/** Whether anything at all was begun in a part. */
export function isTouched(part: Part, record: IncidentRecord): boolean {
  const value = valueOf(part, record);
  if (part === "detection" && record.noticedBy !== undefined) return true;
  return Array.isArray(value) ? value.length > 0 : says(value);
}

function valueOf(part: Part, record: IncidentRecord): unknown {
  if (part === "factors") return record.factors.filter((row) => !isSafeguard(row));
  if (part === "safeguards") return record.factors.filter(isSafeguard);
  return part === "frame" ? record.title : part === "moments" ? record.started : record[part];
}

/** Keys that every row has, of which none was written. */
const given: ReadonlySet<string> = new Set(["id", "role", "kind", "standing", "state", "seen"]);

/** Whether there is a text in something, or a row names anything. */
function says(value: unknown): boolean {
  if (typeof value === "string") return value.trim() !== "";
  if (typeof value !== "object" || value === null) return value === true;
  if (Array.isArray(value)) return value.length > 0;
  return Object.entries(value).some(([key, one]) => !given.has(key) && says(one));
}

/** Whether a row of the factors held, and so stands in a section of its own. */
export function isSafeguard({ role }: { readonly role?: unknown }): boolean {
  return role === "safeguard";
}
