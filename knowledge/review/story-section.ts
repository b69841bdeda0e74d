/** A piece of a story: a heading of the second level with what follows it, or what comes before the first. */
export interface StorySection {
  /** The heading's words; null for what comes before the first heading. */
  readonly heading: string | null;
  /** The heading's line and the blank lines behind it, as they were written. */
  readonly head: string;
  /** What is written under the heading. */
  readonly body: string;
  /** The blank lines before the next heading. */
  readonly tail: string;
}

const fence = /^ {0,3}(`{3,}|~{3,})/;
const secondLevel = /^## +(.+?) *#* *$/;

/**
 * A story as its sections. Putting them together again (`joinStory`) gives the same story, byte for
 * byte. Headings in code fences are code.
 */
export function splitStory(story: string): StorySection[] {
  const groups: string[][] = [];
  let open: string | null = null;
  for (const line of linesOf(story)) {
    const begins = open === null && secondLevel.test(line.trimEnd());
    const group = groups.at(-1);
    if (begins || !group) groups.push([line]);
    else group.push(line);
    open = behind(line, open);
  }
  return groups.map(sectionOf);
}

/** The fence of the code that is open behind a line. */
function behind(line: string, open: string | null): string | null {
  const mark = fence.exec(line)?.[1] ?? null;
  if (open === null) return mark;
  return mark?.startsWith(open) === true ? null : open;
}

/** Lines with their ends. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function sectionOf(lines: readonly string[]): StorySection {
  const heading = secondLevel.exec(lines[0]?.trimEnd() ?? "")?.[1] ?? null;
  const under = heading === null ? 0 : 1;
  const first = lines.findIndex((line, at) => at >= under && !isBlank(line));
  if (first === -1) return { heading, head: lines.join(""), body: "", tail: "" };
  const last = lines.findLastIndex((line) => !isBlank(line));
  const written = lines.slice(first, last + 1).join("");
  const body = written.replace(/\n$/, "");
  return {
    heading,
    head: lines.slice(0, first).join(""),
    body,
    tail: written.slice(body.length) + lines.slice(last + 1).join(""),
  };
}

function isBlank(line: string): boolean {
  return line.trim() === "";
}

/** The story of these sections; the inverse of `splitStory`. */
export function joinStory(sections: readonly StorySection[]): string {
  return sections.map(({ head, body, tail }) => head + body + tail).join("");
}

/** The section with another text in it, set off from its heading and from what follows. */
export function withBody(section: StorySection, body: string): StorySection {
  if (body === section.body) return section;
  const { heading } = section;
  const isOpen = section.body === "" && heading !== null;
  return {
    heading,
    head: isOpen ? `${section.head.trimEnd()}\n\n` : section.head,
    body,
    tail: section.tail === "" || isOpen ? "\n\n" : section.tail,
  };
}

/** A new section under this heading, behind the others. */
export function newSection(heading: string): StorySection {
  return { heading, head: `## ${heading}\n`, body: "", tail: "\n" };
}
