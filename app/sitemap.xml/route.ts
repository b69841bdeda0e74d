import { xmlAnswer } from "#app/_twins/answers";
import { publicAddresses, sitemap } from "#app/_twins/sitemap";
import { tagPage } from "#app/page-tags";

export const dynamic = "force-dynamic";

/** Every public page, for search engines. */
export async function GET(): Promise<Response> {
  tagPage("incidents");
  return xmlAnswer(sitemap(await publicAddresses()));
}
