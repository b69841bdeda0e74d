import { plainAnswer, xmlAnswer } from "#app/_twins/answers";
import { publicAddresses, sitemapPart } from "#app/_twins/sitemap";
import { tagPage } from "#app/page-tags";

/** One part of a sitemap that is too long for one file. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ part: string }> },
): Promise<Response> {
  const { part } = await params;
  const number = /^[1-9]\d{0,3}$/.test(part) ? Number(part) : null;
  const source = number === null ? null : sitemapPart(await publicAddresses(), number);
  if (source === null) return plainAnswer("The sitemap has no such part.", 404);
  tagPage("incidents");
  return xmlAnswer(source);
}
