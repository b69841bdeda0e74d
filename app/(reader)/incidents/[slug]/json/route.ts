import { absentIncident } from "#app/_twins/absent";
import { jsonAnswer } from "#app/_twins/answers";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { documentJson } from "#knowledge/incident/document-json";
import { findDocumentSource } from "#knowledge/incident/incident.store";
import { readDocument } from "#knowledge/incident/read-document";

/** The published document as JSON. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await params;
  const source = await findDocumentSource(slug);
  if (source === null) return absentIncident(slug, paths.incidentJson);
  tagPage(`incident:${slug}`);
  const read = readDocument(source, `${slug}.md`);
  // It was read without a fault before it was published.
  if (read.kind === "faulty") throw new Error(`the published document ${slug} cannot be read`);
  return jsonAnswer(documentJson(slug, read.document));
}
