import { markdownAnswer } from "#app/_twins/answers";
import { paths } from "#app/paths";

import { exportRevision } from "../../_history/revision-export";

export const dynamic = "force-dynamic";

interface Context {
  readonly params: Promise<{ slug: string; number: string }>;
}

/** A revision's document, byte for byte. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return exportRevision(request, await params, {
    form: "Markdown",
    path: paths.revisionMarkdown,
    answer: (_, source) => markdownAnswer(source),
  });
}
