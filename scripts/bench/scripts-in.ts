/** The addresses of the scripts that a browser of today loads for a page, each once. */
export function scriptsIn(html: string): string[] {
  const tags = [...html.matchAll(/<script\b[^>]*>/gi)].map(([tag]) => tag);
  // `nomodule` ones are for browsers of long ago.
  const wanted = tags.filter((tag) => !/\snomodule\b/i.test(tag));
  return [...new Set(wanted.flatMap((tag) => /\ssrc="([^"]+)"/.exec(tag)?.[1] ?? []))];
}
