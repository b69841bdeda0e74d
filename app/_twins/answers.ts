import { privateHeaders } from "#app/private-answer";

/** A Markdown document, byte for byte. */
export function markdownAnswer(source: string): Response {
  return answer(source, "text/markdown; charset=utf-8");
}

/** A value as JSON, laid out so that a person can read it too. */
export function jsonAnswer(value: unknown, type = "application/json"): Response {
  return answer(`${JSON.stringify(value, null, 2)}\n`, type);
}

export function xmlAnswer(source: string, type = "application/xml"): Response {
  return answer(source, `${type}; charset=utf-8`);
}

/** A table to be saved; `X-Cut-After` says how many rows it holds where more were found. */
export function tableAnswer(table: {
  readonly text: string;
  readonly fileName: string;
  /** The number of rows after which it was cut; null where it is whole. */
  readonly cutAfter: number | null;
}): Response {
  const made = answer(table.text, "text/csv; charset=utf-8; header=present");
  made.headers.set("content-disposition", `attachment; filename="${table.fileName}"`);
  if (table.cutAfter !== null) made.headers.set("x-cut-after", String(table.cutAfter));
  return made;
}

/** Words for a person who asked for what is not there, in the form that every program can show. */
export function plainAnswer(words: string, status = 200): Response {
  return answer(`${words}\n`, "text/plain; charset=utf-8", status);
}

/** Sends the reader on for ever, to a path of this site. */
export function movedAnswer(path: string): Response {
  return new Response(null, { status: 308, headers: { location: path, ...privateHeaders() } });
}

/** Says that there is nothing, and the whole addresses of what has the nearest name. */
export function missingAnswer(what: string, near: readonly string[]): Response {
  const hint = near.length === 0 ? "" : `\n\nPerhaps you meant:\n${near.join("\n")}`;
  return plainAnswer(`There is no ${what} at this address.${hint}`, 404);
}

function answer(body: string, type: string, status = 200): Response {
  return new Response(body, { status, headers: { "content-type": type, ...privateHeaders() } });
}
