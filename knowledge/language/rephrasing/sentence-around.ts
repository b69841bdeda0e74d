import { contentOf, offsetsIn, type Block, type Stretch } from "../block";
import { blocksOf } from "../blocks";

const leads =
  /^(?:[*_`]*\d{1,2}[:.]\d{2}(?::\d{2})?[*_`]*(?:\s*(?:UTC|Z|AM|PM)\b)?\s*(?:[-–—:]\s*)?|\s+)/i;
const citation = /\[\^[^\]\n]{1,80}\]/g;

/**
 * The sentence around words of a Markdown text, within its paragraph, list item or cell. Neither the
 * time that leads an entry nor the marks of Markdown before it belong to it.
 */
export function sentenceAround(text: string, { start, end }: Stretch): Stretch {
  const block = blocksOf(text).find(({ parts }) =>
    parts.some((part) => part.start <= start && start < part.end),
  );
  if (!block) return { start: 0, end: text.length };
  const content = contentOf(text, block);
  const inBlock = inContent(block, start);
  const [from, to] = sentenceIn(content, inBlock);
  const inText = offsetsIn(block);
  // What was pointed out lies in it, also where it goes on behind what looks like an end.
  const [first, last] = [inText(from), inText(to)];
  return { start: Math.min(first, start), end: Math.max(last, end) };
}

function inContent({ parts }: Block, offset: number): number {
  let before = 0;
  for (const part of parts) {
    if (offset < part.end) return before + offset - part.start;
    before += part.end - part.start + 1;
  }
  return before;
}

function sentenceIn(content: string, offset: number): [from: number, to: number] {
  // Of the same length: citations belong to the sentence before them, lines end none.
  const plain = content
    .replaceAll(citation, (mark) => " ".repeat(mark.length))
    .replaceAll("\n", " ");
  const sentences = new Intl.Segmenter("en", { granularity: "sentence" }).segment(plain);
  const around = sentences.containing(offset);
  const from = around?.index ?? 0;
  const segment = around?.segment ?? plain;
  const lead = leads.exec(segment)?.[0].length ?? 0;
  const strong = unbalanced(segment.slice(lead)) ? 2 : 0;
  const begin = Math.min(from + lead + strong, offset);
  return [begin, from + segment.trimEnd().length];
}

/** Whether bold words begin here and end behind the sentence. */
function unbalanced(segment: string): boolean {
  return segment.startsWith("**") && segment.split("**").length % 2 === 0;
}

/** The citations of a sentence, one behind the other. */
export function citationsIn(sentence: string): string {
  return (sentence.match(citation) ?? []).join("");
}
