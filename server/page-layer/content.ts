import { randomBytes } from "node:crypto";
import type { OutgoingHttpHeaders } from "node:http";

import type { Content } from "./answer";
import type { Rendered } from "./captured-response";
import { preparePage } from "./page-scripts";
import { FILE_POLICY, type InlineHashes, pagePolicy } from "./policy";

/** What is made of one of Next's answers. Only what is `keepable` may be given to a later reader. */
type Prepared =
  | { kind: "content"; content: Content; keepable: boolean }
  | { kind: "failed"; why: string };

/** `shared` answers look the same to everyone; `own` ones were made for one session, `posted` ones of a form. */
type Use = "shared" | "own" | "posted";

const REVALIDATE = "public, max-age=0, must-revalidate";
const IMMUTABLE = "public, max-age=31536000, immutable";
const PLAIN_TEXT = "text/plain; charset=utf-8";

/** Headers of Next's that say something about the content. All others are the layer's to set. */
const CARRIED = [
  "content-disposition",
  "content-language",
  "last-modified",
  "location",
  "x-cut-after",
  "x-robots-tag",
];

/** The statuses whose answers are the same until something that they show changes. */
const LASTING = new Set([200, 301, 308]);

type For = { mark: string; use: Use; always: readonly string[] };

/**
 * Turns Next's answer into what is sent: a page gets its scripts and its policy, a redirect loses
 * its body, and the headers that every response carries are added. A page that failed while it was
 * rendered is a failure here too, whatever its status says.
 */
export function prepared(answer: Rendered, { mark, use, always }: For): Prepared {
  const { status, body } = answer;
  const type = text(answer.headers["content-type"]) ?? null;
  const lasting = LASTING.has(status) && answer.headers["set-cookie"] === undefined;
  const headers = [...always, ...carried(answer.headers, { mark, use })];
  headers.push("Cache-Control", cacheControl(status, use));

  if (status >= 300 && status < 400) {
    headers.push("Content-Security-Policy", FILE_POLICY);
    const content = { status, type: null, headers, body: Buffer.alloc(0) };
    return { kind: "content", content, keepable: lasting };
  }
  if (hasFailed(status, type)) return { kind: "failed", why: `Next answered ${status}` };
  if (!isPage(type)) {
    headers.push("Content-Security-Policy", FILE_POLICY);
    return { kind: "content", content: { status, type, headers, body }, keepable: lasting };
  }
  const page = preparePage(body.toString("utf8"), mark);
  if (page.kind === "broken") return { kind: "failed", why: page.why };
  const { html, hashes } = use === "own" ? withStyleNonce(page) : page;
  headers.push("Content-Security-Policy", pagePolicy(hashes));
  const content = { status, type, headers, body: Buffer.from(html, "utf8") };
  return { kind: "content", content, keepable: lasting && page.settled };
}

/** Where a page asks for a nonce with which its scripts may add styles of their own. */
const STYLE_NONCE = 'data-style-nonce=""';

/**
 * Gives a page the nonce that it asks for, and its policy the same. Only for what is made for one
 * person and kept by nobody: a nonce that is given twice is none.
 */
function withStyleNonce<Page extends { html: string; hashes: InlineHashes }>(page: Page): Page {
  if (!page.html.includes(STYLE_NONCE)) return page;
  const nonce = randomBytes(18).toString("base64");
  const html = page.html.replace(STYLE_NONCE, `data-style-nonce="${nonce}"`);
  const styles = [...page.hashes.styles, `'nonce-${nonce}'`];
  return { ...page, html, hashes: { ...page.hashes, styles } };
}

// A page that failed is Next's error page; a handler that failed leaves a body of no type. An error
// that a handler tells of itself is an answer.
function hasFailed(status: number, type: string | null): boolean {
  return status >= 500 && (type === null || isPage(type));
}

function isPage(type: string | null): boolean {
  return type !== null && type.startsWith("text/html");
}

/** Turns Next's answer for one of our files into what is sent. */
export function preparedFile(
  answer: Rendered,
  { immutable, always }: { immutable: boolean; always: readonly string[] },
): Prepared {
  const found = answer.status === 200;
  const headers = [...always, "Content-Security-Policy", FILE_POLICY];
  headers.push("Cache-Control", found ? (immutable ? IMMUTABLE : REVALIDATE) : "no-store");
  const type = text(answer.headers["content-type"]) ?? "application/octet-stream";
  // A page where a file was asked for is Next's "not found", with nothing in it for a machine.
  const content = isPage(type)
    ? {
        status: answer.status,
        type: PLAIN_TEXT,
        headers,
        body: Buffer.from("There is no such file.\n"),
      }
    : { status: answer.status, type, headers, body: answer.body };
  return { kind: "content", content, keepable: found && !isPage(type) };
}

function cacheControl(status: number, use: Use): string {
  // Who goes on from what a form brought, and comes back, has it again from their own browser.
  if (use === "posted") return "private, no-cache";
  if (use === "own") return "private, no-store";
  return LASTING.has(status) ? REVALIDATE : "no-store";
}

function carried(headers: OutgoingHttpHeaders, { mark, use }: Omit<For, "always">): string[] {
  const list: string[] = [];
  for (const name of CARRIED) {
    const value = text(headers[name]);
    if (value !== undefined) list.push(name, value);
  }
  const fonts = fontPreloads((text(headers.link) ?? "").replaceAll(` nonce="${mark}";`, ""));
  if (fonts !== "") list.push("Link", fonts);
  // A cookie is for the one who asked; a shared answer must never hand it to the next reader.
  const cookies = [headers["set-cookie"] ?? []].flat();
  if (use !== "shared") {
    for (const cookie of cookies) list.push("Set-Cookie", cookie);
  }
  return list;
}

/** Of Next's preload hints only the fonts: styles stand in the page's head, scripts may be gone. */
function fontPreloads(link: string): string {
  const hints = link.split(/,\s*(?=<)/);
  return hints.filter((hint) => hint.includes('as="font"')).join(", ");
}

function text(value: OutgoingHttpHeaders[string]): string | undefined {
  return Array.isArray(value) ? value.join(", ") : value?.toString();
}
