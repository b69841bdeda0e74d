import { z } from "zod";

import { shown, type Misfit, type Path } from "./fault";
import { nearest } from "./nearest";

type Issue = z.core.$ZodIssue;

type Fitting<Schema extends z.ZodType> =
  | { readonly kind: "fits"; readonly value: z.infer<Schema> }
  | { readonly kind: "misfits"; readonly misfits: Misfit[] };

/**
 * Parses a value by a schema and says in plain words where it does not fit: "expected text, found a
 * list". The one place where zod's issues become sentences; a schema's own `error` text comes first.
 */
export function fit<Schema extends z.ZodType>(schema: Schema, value: unknown): Fitting<Schema> {
  const parsed = schema.safeParse(value, { error: expectation });
  if (parsed.success) return { kind: "fits", value: parsed.data };
  const misfits = parsed.error.issues.flatMap((issue) => misfitsOf(issue, { schema, value }));
  return { kind: "misfits", misfits };
}

/** What the schema wanted, as words that begin with "expected"; undefined leaves zod's own. */
function expectation(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === "invalid_type")
    return `expected ${kindNames[issue.expected] ?? issue.expected}`;
  if (issue.code === "invalid_value") return `expected ${alternatives(issue.values.map(String))}`;
  if (issue.code === "too_big") return `expected at most ${issue.maximum}`;
  return issue.code === "too_small" ? `expected at least ${issue.minimum}` : undefined;
}

const kindNames: Readonly<Record<string, string>> = {
  string: "text",
  array: "a list",
  object: "a group of keys",
  boolean: "true or false",
  int: "a whole number",
  number: "a number",
};

function alternatives(values: readonly string[]): string {
  if (values.length < 2) return values.join("");
  return `${values.slice(0, -1).join(", ")} or ${values.at(-1) ?? ""}`;
}

interface Place {
  readonly schema: z.ZodType;
  readonly value: unknown;
}

function misfitsOf(issue: Issue, place: Place, outer: Path = []): Misfit[] {
  const path = [...outer, ...issue.path.map((step) => (typeof step === "symbol" ? "" : step))];
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => unknownKey(key, path, place));
  if (issue.code === "invalid_union") {
    const branch = issue.errors.find((issues) => !issues.some(isOfAnotherKind));
    if (branch) return branch.flatMap((inner) => misfitsOf(inner, place, path));
  }
  return [{ path, message: withFound(issue, valueAt(place.value, path)) }];
}

/** A branch of a union that wanted another kind of value says nothing about this one. */
function isOfAnotherKind(issue: Issue): boolean {
  return issue.path.length === 0 && issue.code === "invalid_type";
}

function withFound(issue: Issue, value: unknown): string {
  // A slug says what it has, for whoever shows its message alone.
  const wanted = issue.message.replace(/^A (\w+) has (.*)\.$/, "expected a $1 with $2");
  // What is wrong with a whole group or list is not told by showing it.
  if (value !== null && typeof value === "object" && issue.code === "custom") return wanted;
  return `${wanted}, found ${found(issue, value)}`;
}

function found(issue: Issue, value: unknown): string {
  if (issue.code === "invalid_value")
    return `${shown(value)}${alike(value, issue.values.map(String))}`;
  if (issue.code === "too_big" && (typeof value === "string" || Array.isArray(value))) {
    return `${value.length}`;
  }
  const wantsQuotes = issue.code === "invalid_type" && issue.expected === "string";
  return wantsQuotes && typeof value === "number"
    ? `${shown(value)}; put it in quotes`
    : shown(value);
}

function alike(value: unknown, known: readonly string[]): string {
  const [near] = typeof value === "string" ? nearest(value, known) : [];
  return near === undefined ? "" : `; did you mean ${near}?`;
}

function unknownKey(key: string, path: Path, { schema }: Place): Misfit {
  const known = keysAt(schema, path);
  const [near] = nearest(key, known);
  const right = near ? `did you mean ${near}?` : `expected ${alternatives(known)}`;
  return { path: [...path, key], message: `unknown key ${shown(key)}; ${right}` };
}

function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const step of path) {
    if (at === null || typeof at !== "object") return undefined;
    at = Reflect.get(at, step);
  }
  return at;
}

/** The keys that a schema knows at a path; none where it has no keys. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  let at: unknown = schema;
  for (const step of path) {
    const inner = unwrapped(at);
    if (inner instanceof z.ZodArray) at = inner.element;
    else if (inner instanceof z.ZodObject) at = Reflect.get(inner.shape, step);
    else return [];
  }
  const inner = unwrapped(at);
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

function unwrapped(schema: unknown): unknown {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) {
    return unwrapped(schema.unwrap());
  }
  return schema;
}
