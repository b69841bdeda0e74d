import { absentClass } from "#app/_twins/absent";
import { markdownAnswer } from "#app/_twins/answers";
import { classMarkdown } from "#app/_twins/class-markdown";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { factorsOfClass } from "#knowledge/incident/incident.store";
import { namesOf } from "#knowledge/incident/link.store";
import { findClass } from "#knowledge/taxonomy/taxonomy.store";
import { linksIn } from "#knowledge/text/plain";

/** A failure class with every factor that it was given to, as Markdown. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await params;
  const page = await findClass(slug);
  if (!page) return absentClass(slug, paths.failureClassMarkdown);
  const factors = await factorsOfClass(slug);
  const names = await namesOf(factors.flatMap(({ statement }) => linksIn(statement)));
  tagPage(`class:${slug}`, ...factors.map(({ incident }) => `incident:${incident.slug}`));
  tagPage(...[...names.values()].map((thing) => `${thing.kind}:${thing.slug}`));
  return markdownAnswer(classMarkdown(page, factors, names));
}
