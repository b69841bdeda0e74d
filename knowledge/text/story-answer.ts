import { z } from "zod";

/**
 * Which renderer wrote a piece of stored HTML. Raise it with every change that makes the same
 * story come out differently, so that stored HTML of an older one is known to be stale.
 */
export const RENDERER_VERSION = 4;

/** Something in a story that its author should change, with its line in the story, from 1. */
export const StoryFault = z.object({ line: z.number().int().min(1), message: z.string() });
export type StoryFault = z.infer<typeof StoryFault>;

/** A heading of a story: `depth` as in `<h2>` to `<h6>`, `id` the anchor, which begins with `s-`. */
export const StoryHeading = z.object({
  id: z.string(),
  depth: z.number().int().min(2).max(6),
  text: z.string(),
});
export type StoryHeading = z.infer<typeof StoryHeading>;

/**
 * What becomes of a story. `rendered`: `html` is safe to embed once `resolveMarks` has filled in
 * its marks; `links` and `citations` are the slugs and source ids it refers to, each once, in
 * order; `faults` do not keep it from being shown. `refused`: it cannot be shown, and why.
 */
export const StoryAnswer = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("rendered"),
    html: z.string(),
    headings: z.array(StoryHeading),
    links: z.array(z.string()),
    citations: z.array(z.string()),
    faults: z.array(StoryFault),
    version: z.number(),
  }),
  z.object({ kind: z.literal("refused"), faults: z.array(StoryFault) }),
]);
export type StoryAnswer = z.infer<typeof StoryAnswer>;

/** A story to render, with the ids of the sources that `[^id]` may cite. */
export const StoryOrder = z.object({ markdown: z.string(), citations: z.array(z.string()) });
export type StoryOrder = z.infer<typeof StoryOrder>;
