import { absentClass } from "#app/_twins/absent";
import { jsonAnswer } from "#app/_twins/answers";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { factorsOfClass } from "#knowledge/incident/incident.store";
import { classJson } from "#knowledge/taxonomy/class-json";
import { findClass } from "#knowledge/taxonomy/taxonomy.store";

/** A failure class with every factor that it was given to, as JSON. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await params;
  const page = await findClass(slug);
  if (!page) return absentClass(slug, paths.failureClassJson);
  const factors = await factorsOfClass(slug);
  tagPage(`class:${slug}`, ...factors.map(({ incident }) => `incident:${incident.slug}`));
  return jsonAnswer(classJson(page, factors));
}
