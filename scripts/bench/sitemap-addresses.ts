import { fetched } from "./request";

/** The paths of all pages that a site's sitemap names, through its parts where it has some. */
export async function sitemapAddresses(
  origin: string,
  sitemap: string = "/sitemap.xml",
): Promise<string[]> {
  const { status, body } = await fetched(`${origin}${sitemap}`);
  if (status !== 200) throw new Error(`${origin}${sitemap} answers ${status}`);
  const text = body.toString("utf8");
  const listed = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address = ""]) => new URL(address).pathname,
  );
  if (!text.includes("<sitemapindex")) return listed;
  const parts = await Promise.all(listed.map((part) => sitemapAddresses(origin, part)));
  return parts.flat();
}
