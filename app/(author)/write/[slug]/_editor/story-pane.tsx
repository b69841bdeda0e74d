"use client";

import { limits } from "#knowledge/incident/limits";
import { newSection, type StorySection } from "#knowledge/review/story-section";

import { useDraft, useEditing, withStoryBody } from "./editing";
import { MarkdownField } from "./markdown-field";
import { ShortLine } from "./short-line";

/** One section of the story, by its position. */
export function StoryPane({ at, label }: { at: number; label: string }) {
  const { store } = useEditing();
  const section = useDraft(({ story }) => story[at]);
  if (!section) return null;
  const place = `story.${at}`;
  return (
    <MarkdownField
      label={label}
      value={section.body}
      place={place}
      onChange={(body) => store.edit(place, (draft) => withStoryBody(draft, at, body))}
    />
  );
}

/** Adds a section to the story, under a heading of one's own. */
export function AddSection() {
  const { store } = useEditing();
  return (
    <form
      className="ed-add-section"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const typed = new FormData(form).get("heading");
        const heading = typeof typed === "string" ? typed.replace(/\s+/g, " ").trim() : "";
        if (heading === "") return;
        store.edit("story.new", (draft) => ({ ...draft, story: behind(draft.story, heading) }));
        form.reset();
      }}
    >
      <label htmlFor="ed-new-heading" className="sr-only">
        Heading of a new section
      </label>
      <ShortLine
        id="ed-new-heading"
        name="heading"
        className="ed-input"
        placeholder="A heading of your own"
        longest={limits.heading}
      />
      <button type="submit" className="btn">
        Add a section
      </button>
    </form>
  );
}

function behind(story: readonly StorySection[], heading: string): StorySection[] {
  const last = story.at(-1);
  // A heading needs a line of its own.
  const rest = last ? [...story.slice(0, -1), { ...last, tail: `${last.tail.trimEnd()}\n\n` }] : [];
  return [...rest, newSection(heading)];
}
