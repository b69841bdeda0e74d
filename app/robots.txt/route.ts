import { plainAnswer } from "#app/_twins/answers";
import { sitemapPath } from "#app/_twins/sitemap";
import { tagPage } from "#app/page-tags";
import { absolute, paths } from "#app/paths";

export const dynamic = "force-dynamic";

/** What robots may read: everything but the API and the endless results of searches and filters. */
export function GET(): Response {
  tagPage("incidents");
  const lines = [
    "User-agent: *",
    "Disallow: /api/",
    "Disallow: /search",
    `Disallow: ${paths.incidents()}?`,
    "Allow: /",
    "",
    `Sitemap: ${absolute(sitemapPath)}`,
  ];
  return plainAnswer(lines.join("\n"));
}
