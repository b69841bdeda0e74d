import { z } from "zod";

import { line, list, text } from "#knowledge/text/fields";
import { readFrontMatter } from "#knowledge/text/front-matter";
import { Slug } from "#knowledge/text/slug";

/** What several incidents show when they are read side by side; the body of the file says what. */
export const Pattern = z.strictObject({
  title: line(120),
  incidents: list(
    z.strictObject({
      slug: Slug,
      /** What this incident shows of the pattern. */
      why: text(600),
    }),
  ),
});

export type Pattern = z.infer<typeof Pattern>;

/** Reads `patterns/<slug>.md`: front matter and Markdown; all its faults at once. */
export function readPattern(source: string, file: string) {
  return readFrontMatter(source, file, Pattern);
}
