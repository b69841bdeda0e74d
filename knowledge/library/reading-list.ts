import { z } from "zod";

import { distinct, line, list, text, webAddress } from "#knowledge/text/fields";
import { DateText } from "#knowledge/incident/moment-text";
import { Slug } from "#knowledge/text/slug";
import { readYaml } from "#knowledge/text/yaml-source";

/** An article worth reading, and what it speaks of. */
export const ReadingItem = z.strictObject({
  title: line(200),
  /** True where the title describes the article because its own headline is not known. */
  titleIsOurs: z.boolean().default(false),
  author: line(200).optional(),
  publisher: line(200).optional(),
  about: text(1_000),
  url: webAddress().optional(),
  incidents: distinct(Slug),
  classes: distinct(Slug),
});

/** What one issue of a newsletter pointed to. */
export const ReadingList = z.strictObject({
  newsletter: line(120),
  issue: z.int().min(1),
  updated: DateText,
  items: list(ReadingItem),
});

export type ReadingItem = z.infer<typeof ReadingItem>;
export type ReadingList = z.infer<typeof ReadingList>;

/** Reads `reading/<slug>.yaml`; all its faults at once. */
export function readReadingList(source: string, file: string) {
  return readYaml(source, file, ReadingList);
}
