/** The words of a page without its markup, good enough to see whether two pages say the same. */
export function htmlText(html: string): string {
  const [, body = html] = /<main[^>]*>(.*)<\/main>/s.exec(html) ?? [];
  return body
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}
