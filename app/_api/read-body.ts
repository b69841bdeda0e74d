import type { z } from "zod";

import { inWords } from "./faults-in-words";

export type ReadBody<Body> = { readonly kind: "body"; readonly body: Body } | Unreadable;

interface Unreadable {
  readonly kind: "unreadable";
  readonly status: 400 | 413 | 415 | 422;
  /** For the person who sent it. */
  readonly why: string;
}

/**
 * What a request carries, by form or as JSON, in its one shape. Of a form the last value of each
 * name counts, unless the name ends in `[]`: those make a list under the name without it.
 */
export async function readBody<Body extends z.ZodType>(
  request: Request,
  shape: Body,
  bytes: number,
): Promise<ReadBody<z.output<Body>>> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  const isForm = type === "application/x-www-form-urlencoded";
  if (!isForm && type !== "application/json") {
    return unreadable(415, "Send this as a form or as JSON; nothing was changed.");
  }
  const sent = await bytesUpTo(request, bytes);
  if (sent === null) {
    return unreadable(413, `This is larger than ${bytes} bytes, so it was not taken.`);
  }
  const read = readValue(sent, isForm);
  if (read.kind === "unreadable") return read;
  const fitting = shape.safeParse(read.value);
  return fitting.success
    ? { kind: "body", body: fitting.data }
    : unreadable(422, `Nothing was changed: ${inWords(fitting.error)}`);
}

function unreadable(status: Unreadable["status"], why: string): Unreadable {
  return { kind: "unreadable", status, why };
}

function readValue(
  sent: Buffer,
  isForm: boolean,
): { readonly kind: "value"; readonly value: unknown } | Unreadable {
  const text = textOf(sent, isForm);
  if (text === null) return unreadable(400, "This is not UTF-8; nothing was changed.");
  const value = isForm ? fieldsOf(text) : parsed(text);
  if (value === undefined) return unreadable(400, "This is not JSON; nothing was changed.");
  if (!writtenNul.test(text) || !hasNul(value)) return { kind: "value", value };
  const why = "There is a character in it (U+0000) that no text can keep; nothing was changed.";
  return unreadable(400, why);
}

/**
 * The text that was sent; null where it is none in UTF-8, also behind a form's percent signs. Read
 * leniently, its letters would be lost without a word.
 */
function textOf(sent: Buffer, isForm: boolean): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(sent);
    if (isForm) decodeURIComponent(text);
    return text;
  } catch {
    return null;
  }
}

// As it is, and as forms and JSON write it. A text may speak of the last one without having it.
const writtenNul = /\0|%00|\\u0000/;

/** Whether a text or a name in it has a character that the database cannot keep. */
function hasNul(value: unknown): boolean {
  // What was sent may be nested deeper than a function can call itself.
  const waiting = [value];
  for (const one of waiting) {
    if (typeof one === "string" && one.includes("\0")) return true;
    if (typeof one !== "object" || one === null) continue;
    for (const [name, inner] of Object.entries(one)) waiting.push(name, inner);
  }
  return false;
}

/** The body as it is; null where it is longer than allowed, of which no more is read. */
export async function bytesUpTo(request: Request, bytes: number): Promise<Buffer | null> {
  if (Number(request.headers.get("content-length") ?? 0) > bytes) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > bytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function fieldsOf(text: string): Record<string, string | string[]> {
  const form = new URLSearchParams(text);
  const names = new Set(form.keys());
  return Object.fromEntries(
    Array.from(names, (name) =>
      name.endsWith("[]")
        ? [name.slice(0, -2), form.getAll(name)]
        : [name, form.getAll(name).at(-1) ?? ""],
    ),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
