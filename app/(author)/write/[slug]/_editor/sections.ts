import type { Draft } from "#knowledge/review/draft";
import type { Part } from "#knowledge/review/part";
import type { Template, TemplateSection } from "#knowledge/review/template";

/** A section as the editor shows it: a part of the record, or one of the story by its position. */
export type EditorSection =
  | {
      readonly kind: "part";
      readonly id: string;
      readonly heading: string;
      readonly part: Part;
      readonly prompts: readonly string[];
      /** The template does not ask for it, and readers miss nothing without it. */
      readonly isExtra?: true;
    }
  | {
      readonly kind: "story";
      readonly id: string;
      readonly heading: string;
      readonly at: number;
      readonly prompts: readonly string[];
    };

type StorySectionShown = Extract<EditorSection, { kind: "story" }>;

const names: Readonly<Record<Exclude<Part, "moments">, string>> = {
  frame: "Frame",
  summary: "Summary",
  impact: "Impact",
  timeline: "Timeline",
  detection: "Detection",
  factors: "Contributing factors",
  safeguards: "What held",
  claims: "Where sources disagree",
  lessons: "Lessons",
  changes: "What has changed",
  actions: "Actions",
  questions: "Open questions",
  related: "Similar before",
  sources: "Sources",
};

/**
 * All sections of a draft in the order in which they are written: what every document has first,
 * then the template's with what the story has besides, then the parts that it does not ask for.
 */
export function sectionsOf(template: Template, story: Draft["story"]): EditorSection[] {
  const asked = firstOfEach(template.sections.flatMap((section) => fromTemplate(section, story)));
  const inOrder = withOwn(asked, story);
  const shown = new Set(inOrder.map(({ id }) => id));
  const rest = Object.entries(names).flatMap(([part, heading]): EditorSection[] =>
    isPart(part) && part !== "frame" && !shown.has(part)
      ? [{ kind: "part", id: part, heading, part, prompts: [], ...extra(part) }]
      : [],
  );
  const frame = asked.find(({ id }) => id === "frame");
  const prompts = frame?.prompts ?? [];
  return [
    { kind: "part", id: "frame", heading: frame?.heading ?? "Frame", part: "frame", prompts },
    ...inOrder.filter(({ id }) => id !== "frame"),
    ...rest,
  ];
}

/** A template of earlier, with which a review was begun, may ask for the same more than once. */
function firstOfEach(sections: readonly EditorSection[]): EditorSection[] {
  const first = new Map(sections.toReversed().map((section) => [section.id, section]));
  return sections.filter((section) => first.get(section.id) === section);
}

/**
 * The template's sections with what somebody put under headings of their own. That stays behind the
 * section in which it was written, or before the first of them. Where the story has none of them, it
 * stands where readers find the story: before the sources.
 */
function withOwn(asked: readonly EditorSection[], story: Draft["story"]): EditorSection[] {
  const isAsked = new Set(asked.map(({ id }) => id));
  const own = story.flatMap((_, at) => (isAsked.has(`story-${at}`) ? [] : [ownSection(story, at)]));
  const first = Math.min(...asked.flatMap((one) => (one.kind === "story" ? [one.at] : [])));
  if (first === Infinity) {
    const sources = asked.findIndex(({ id }) => id === "sources");
    return asked.toSpliced(sources === -1 ? asked.length : sources, 0, ...own);
  }
  return asked.flatMap((section): EditorSection[] => {
    if (section.kind !== "story") return [section];
    const before = section.at === first ? own.filter(({ at }) => at < first) : [];
    return [...before, section, ...ownBehind(section.at, own)];
  });
}

function extra(part: Part): { isExtra?: true } {
  return neverExtra.has(part) ? {} : { isExtra: true };
}

/** What no document is published without. */
const neverExtra: ReadonlySet<Part> = new Set<Part>(["summary", "factors", "sources"]);

/** The sections of one's own that follow each other directly behind a position of the story. */
function ownBehind(at: number, own: readonly StorySectionShown[]): StorySectionShown[] {
  const next = own.find((section) => section.at === at + 1);
  return next ? [next, ...ownBehind(at + 1, own)] : [];
}

function ownSection(story: Draft["story"], at: number): StorySectionShown {
  const heading = story[at]?.heading ?? "Before the first heading";
  return { kind: "story", id: `story-${at}`, heading, at, prompts: [] };
}

function isPart(name: string): name is Exclude<Part, "moments"> {
  return name in names;
}

function fromTemplate(
  { heading, part, prompts }: TemplateSection,
  story: Draft["story"],
): EditorSection[] {
  if (part !== undefined) return [{ kind: "part", id: part, heading, part, prompts }];
  const at = story.findIndex((section) => section.heading === heading);
  return at === -1 ? [] : [{ kind: "story", id: `story-${at}`, heading, at, prompts }];
}
