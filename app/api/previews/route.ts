import { changingAsMember } from "#app/_api/changing";
import { renderer } from "#app/_api/renderer";
import { pageTexts } from "#app/_parts/page-texts";
import { paths } from "#app/paths";
import { z } from "zod";

export { noReading as GET } from "#app/_api/no-reading";

const Asked = z.object({
  markdown: z.string(),
  sources: z.array(z.object({ id: z.string(), title: z.string() })).max(1_000),
});

const bytes = 1_500_000;

/** The HTML that readers would see of a text. Nothing of it is kept. */
export function POST(request: Request): Promise<Response> {
  return changingAsMember(
    request,
    { body: Asked, bytes, page: paths.reviews(), act: "begin a review" },
    async ({ body: { markdown, sources } }) => {
      const answer = await renderer().render(markdown, { citations: sources.map(({ id }) => id) });
      const story = answer.kind === "rendered" ? answer.html : "";
      const texts = await pageTexts({ texts: [], story, sources });
      const faults = answer.faults.map(({ line, message }) => ({ line, message }));
      return { kind: "done", next: paths.reviews(), value: { html: texts.story, faults } };
    },
  );
}
