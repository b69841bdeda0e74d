"use client";

import { PartPane } from "./panes";
import type { EditorSection } from "./sections";
import { StoryPane } from "./story-pane";

/** One section: its heading, what it asks, and where to write. */
export function SectionFrame({ section }: { section: EditorSection }) {
  const { id, heading, prompts } = section;
  return (
    <section id={id} className="ed-section" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`} tabIndex={-1}>
        {heading}
      </h2>
      {prompts.length > 0 && (
        <ul className="ed-prompts">
          {prompts.map((prompt) => (
            <li key={prompt}>{prompt} </li>
          ))}
        </ul>
      )}
      {section.kind === "part" ? (
        <PartPane part={section.part} />
      ) : (
        <StoryPane at={section.at} label={heading} />
      )}
    </section>
  );
}
