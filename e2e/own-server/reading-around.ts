import type { APIRequestContext } from "@playwright/test";

import { fewAtOnce } from "../support/at-once";

/** What was answered to one request. */
export interface Heard {
  readonly asked: string;
  readonly status: number;
  /** Headers and body. */
  readonly said: string;
}

/** Asks for each of these, in the way that the headers say. */
export async function hear(
  asks: APIRequestContext,
  addresses: Iterable<string>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Heard[]> {
  const heard: Heard[] = [];
  // Who asks as the framework's router does is first led to an address of its own.
  const redirects = "RSC" in headers ? 2 : 0;
  await fewAtOnce(addresses, async (address) => {
    const answer = await asks.get(address, { headers: { ...headers }, maxRedirects: redirects });
    const told = answer.headersArray().filter(({ name }) => name.toLowerCase() !== "date");
    const said = `${JSON.stringify(told)}\n${(await answer.body()).toString("latin1")}`;
    heard.push({ asked: address, status: answer.status(), said });
  });
  return heard;
}

/** Where filters stand. They combine without end, so each is followed by itself, and from here alone. */
const lists: ReadonlySet<string> = new Set(["/", "/search"]);

/** What says one document's own text over again, and files that are everybody's. */
const repeated = /^\/incidents\/[^/]+(?:\.md|\.json|\/.*)$|^\/(?:assets|_next)\//;

/** Pages of which there are a thousand, each made of one row of a list that is read whole. */
const alike = /^\/(?:sources|products)\/[^/]+$/;

/** Whether a page is read: of those that are alike one in eight, and always the same ones. */
function isRead(link: string): boolean {
  const sum = Array.from(link).reduce((before, letter) => before + letter.charCodeAt(0), 0);
  return !alike.test(link) || sum % 8 === 0;
}

/**
 * Reads the pages that links lead to from the front page and these addresses, but for what only
 * repeats a page.
 */
export async function readAround(
  asks: APIRequestContext,
  beginning: readonly string[],
  listen: (heard: Heard) => void,
): Promise<ReadonlySet<string>> {
  const seen = new Set(["/", ...beginning]);
  let waiting = [...seen];
  while (waiting.length > 0) {
    const found = await hear(asks, waiting);
    waiting = [];
    for (const one of found) {
      listen(one);
      const unseen = linksIn(one).filter((link) => !seen.has(link));
      for (const link of unseen) seen.add(link);
      waiting.push(...new Set(unseen));
    }
  }
  return seen;
}

function linksIn({ asked, said }: Heard): string[] {
  const found = said.matchAll(/(?:href|src)="(\/[^/"][^"#]*)/g);
  const links = Array.from(found, ([, link = ""]) => link.replaceAll("&amp;", "&"));
  return [...new Set(links)].filter(
    (link) =>
      !repeated.test(link) &&
      isRead(link) &&
      (!link.includes("?") || lists.has(asked) || /\?page=\d+$/.test(link)),
  );
}
