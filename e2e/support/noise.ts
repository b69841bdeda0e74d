import type { BrowserContext, ConsoleMessage, Request } from "@playwright/test";

/** What a browser had to complain of, in words; empty for a page as it should be. */
export type Noise = { readonly heard: string[] };

/**
 * Listens to all pages of a context: console, uncaught errors, dialogs, requests to another host
 * and requests for parts of a page that fail. A breach of the policy is a message of the console.
 */
export function listenTo(context: BrowserContext, site: string): Noise {
  const heard: string[] = [];
  const documents = new Set<string>();
  context.on("console", (message) => {
    if (!isAboutDocument(message, documents)) heard.push(`${message.type()}: ${message.text()}`);
  });
  context.on("weberror", (error) => heard.push(`uncaught: ${error.error().message}`));
  context.on("dialog", (dialog) => {
    // A browser's own question before a page is left says no word of the page; who is asked stays.
    if (dialog.type() !== "beforeunload") heard.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on("request", (request) => {
    if (request.isNavigationRequest()) documents.add(request.url());
    if (!isOwn(request, site)) heard.push(`asked elsewhere: ${request.url()}`);
  });
  context.on("response", (response) => {
    const { url, status } = { url: response.url(), status: response.status() };
    if (status >= 400 && !documents.has(url)) heard.push(`${status}: ${url}`);
  });
  return { heard };
}

// Chromium also tells the console of a page's own 404, which is what the test went to see.
function isAboutDocument(message: ConsoleMessage, documents: ReadonlySet<string>): boolean {
  return (
    message.text().startsWith("Failed to load resource") && documents.has(message.location().url)
  );
}

function isOwn(request: Request, site: string): boolean {
  const url = new URL(request.url());
  return url.origin === new URL(site).origin || ["data:", "blob:", "about:"].includes(url.protocol);
}
