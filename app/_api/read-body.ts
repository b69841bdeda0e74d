import type { z } from "zod";

import { inWords } from "./faults-in-words";

export type ReadBody<Body> =
  | { readonly kind: "body"; readonly body: Body }
  | { readonly kind: "unreadable"; readonly status: number; readonly why: string };

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
  const text = await textUpTo(request, bytes);
  if (text === null) {
    return unreadable(413, `This is larger than ${bytes} bytes, so it was not taken.`);
  }
  const sent = isForm ? fieldsOf(text) : parsed(text);
  if (sent === undefined) return unreadable(400, "This is not JSON; nothing was changed.");
  const read = shape.safeParse(sent);
  return read.success
    ? { kind: "body", body: read.data }
    : unreadable(422, `Nothing was changed: ${inWords(read.error)}`);
}

function unreadable(status: number, why: string): ReadBody<never> {
  return { kind: "unreadable", status, why };
}

/** The body as text; null where it is longer than allowed, of which no more is read. */
export async function textUpTo(request: Request, bytes: number): Promise<string | null> {
  return (await bytesUpTo(request, bytes))?.toString("utf8") ?? null;
}

/** The body as it is; null likewise. */
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
