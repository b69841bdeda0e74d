import { jsonAnswer, plainAnswer } from "#app/_twins/answers";
import { paths } from "#app/paths";
import { documentJson } from "#knowledge/incident/document-json";
import { readDocument } from "#knowledge/incident/read-document";

import { exportRevision } from "../../_history/revision-export";

export const dynamic = "force-dynamic";

interface Context {
  readonly params: Promise<{ slug: string; number: string }>;
}

/** A revision's document as JSON. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return exportRevision(request, await params, {
    form: "JSON",
    path: paths.revisionJson,
    answer: (slug, source) => {
      const read = readDocument(source, slug);
      if (read.kind === "read") return jsonAnswer(documentJson(slug, read.document));
      // Rules change, and what an old revision says stays.
      return plainAnswer(
        "By the rules of today this revision cannot be read. Take its Markdown.",
        422,
      );
    },
  });
}
