import type { PatternLine } from "#knowledge/library/shelf.store";
import { excerpt, readingText } from "#knowledge/text/excerpt";

/** The beginning of a pattern's text: its first sentence, or as much of it as `max` characters hold. */
export function patternExcerpt({ bodyHtml }: Pick<PatternLine, "bodyHtml">, max: number): string {
  const text = readingText(bodyHtml);
  const [sentence = text] = /^.+?[.!?](?=\s|$)/s.exec(text) ?? [];
  return excerpt(sentence, max);
}
