import { absentIncident } from "#app/_twins/absent";
import { markdownAnswer } from "#app/_twins/answers";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { findDocumentSource } from "#knowledge/incident/incident.store";

/** The published document, byte for byte. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await params;
  const source = await findDocumentSource(slug);
  if (source === null) return absentIncident(slug, paths.incidentMarkdown);
  tagPage(`incident:${slug}`);
  return markdownAnswer(source);
}
