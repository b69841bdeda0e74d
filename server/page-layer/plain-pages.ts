import { randomBytes } from "node:crypto";

/** A page that needs nothing but the browser: no style, no script, and no framework to make it. */
export function plainPage(title: string, sentence: string): string {
  return [
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title></head><body><main><h1>${escaped(title)}</h1>`,
    `<p>${escaped(sentence)}</p><p><a href="/">To the front page</a></p></main></body></html>\n`,
  ].join("");
}

/** The page for an error of ours; `id` also stands in the log, so that a report of it can be found. */
export function faultPage(id: string): string {
  return plainPage(
    "Something went wrong here",
    `The fault is ours and has been written down as ${id}. Trying again may help; if it does not, tell us this number.`,
  );
}

/** A short name for one failed request. */
export function newRequestId(): string {
  return randomBytes(6).toString("hex");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
