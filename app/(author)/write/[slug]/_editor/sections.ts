import type { Draft } from "#knowledge/review/draft";
import type { Template, TemplateSection } from "#knowledge/review/template";

import type { Part } from "./panes";

/** A section as the editor shows it: a part of the record, or one of the story by its position. */
export type EditorSection =
  | {
      readonly kind: "part";
      readonly id: string;
      readonly heading: string;
      readonly part: Part;
      readonly prompts: readonly string[];
    }
  | {
      readonly kind: "story";
      readonly id: string;
      readonly heading: string;
      readonly at: number;
      readonly prompts: readonly string[];
    };

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
 * then the template's, then what the story has besides, then the parts that it does not ask for.
 */
export function sectionsOf(template: Template, story: Draft["story"]): EditorSection[] {
  const asked = template.sections.flatMap((section) => fromTemplate(section, story));
  const known = new Set(asked.map(({ id }) => id));
  const own = story.flatMap(({ heading }, at): EditorSection[] =>
    known.has(`story-${at}`)
      ? []
      : [
          {
            kind: "story",
            id: `story-${at}`,
            heading: heading ?? "Before the first heading",
            at,
            prompts: [],
          },
        ],
  );
  const rest = Object.entries(names).flatMap(([part, heading]): EditorSection[] =>
    isPart(part) && part !== "frame" && !known.has(part)
      ? [{ kind: "part", id: part, heading, part, prompts: [] }]
      : [],
  );
  const frame = asked.find(({ id }) => id === "frame");
  const prompts = frame?.prompts ?? [];
  return [
    { kind: "part", id: "frame", heading: frame?.heading ?? "Frame", part: "frame", prompts },
    ...asked.filter(({ id }) => id !== "frame"),
    ...own,
    ...rest,
  ];
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
