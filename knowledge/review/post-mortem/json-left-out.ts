import type { z } from "zod";

/** What of a vendor's data is taken. */
export interface TakenFields {
  /** Fields that only hold others, such as `incident` or `log_entries`. */
  readonly within: ReadonlySet<string>;
  /** Fields whose value is taken, or by which the data are recognised. */
  readonly taken: ReadonlySet<string>;
}

/** The names of the fields that schemas of a vendor's data read. */
export function fieldsOf(...schemas: readonly z.ZodObject[]): ReadonlySet<string> {
  return new Set(schemas.flatMap(({ shape }) => Object.keys(shape)));
}

/** By these the vendor's own system knows, links and pages what it holds; they tell nobody anything. */
const plumbing =
  /^(?:id|type|kind|slug|number|reference|rank|mode|visibility|self|limit|offset|more|total|links|meta|pagination(?:_meta)?|(?:.{1,60}_)?(?:id|ids|url|permalink|link))$/;

/** The names of the fields that hold something and are not taken, each once, in their order. */
export function fieldsLeftOut(value: unknown, { within, taken }: TakenFields): string[] {
  const found = new Set<string>();
  const waiting: unknown[] = [value];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    const fields = fieldsIn(one);
    for (const [name, held] of fields) {
      const isTaken = within.has(name) || taken.has(name);
      if (!isTaken && isToldOf(name, held)) found.add(name);
    }
    const inner = Array.isArray(one) ? one : fields.flatMap((field) => heldIn(field, within));
    for (const part of inner.toReversed()) waiting.push(part);
  }
  return [...found];
}

function fieldsIn(value: unknown): [string, unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}

function heldIn([name, held]: [string, unknown], within: ReadonlySet<string>): unknown[] {
  return within.has(name) ? [held] : [];
}

function isToldOf(name: string, held: unknown): boolean {
  if (plumbing.test(name) || held === undefined || held === null || held === false) return false;
  if (isObject(held)) return Object.keys(held).length > 0;
  return held !== "" && held !== 0 && !(Array.isArray(held) && held.length === 0);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** So many names are said of fields that are left out. */
const mostNamed = 30;

/** Which fields of a vendor's data were left out, in a sentence; null where none was. */
export function leftOutSentence(fields: readonly string[]): string | null {
  if (fields.length === 0) return null;
  const names = fields.slice(0, mostNamed).map((name) => `“${name.slice(0, 60)}”`);
  const more = fields.length - names.length;
  const rest = more > 0 ? ` and ${more} more` : "";
  return `Fields of the JSON that were not taken: ${names.join(", ")}${rest}. Add by hand what of them is needed.`;
}
