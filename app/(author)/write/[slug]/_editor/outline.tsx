"use client";

import { amountIn } from "#knowledge/review/part";

import { useDraft } from "./editing";
import { extraId } from "./extra-sections";
import type { EditorSection } from "./sections";

interface Props {
  readonly sections: readonly EditorSection[];
  /** Whether there are sections that can be added. */
  readonly hasMore: boolean;
}

/** The sections with what stands in them, each a jump away. */
export function Outline({ sections, hasMore }: Props) {
  return (
    <nav className="ed-outline" aria-label="Sections">
      <ol>
        {sections.map((section) => (
          <OutlineLine key={section.id} section={section} />
        ))}
        {hasMore && (
          <li>
            <a href={`#${extraId}`}>
              <i aria-hidden="true">+</i>
              More sections
            </a>
          </li>
        )}
      </ol>
    </nav>
  );
}

function OutlineLine({ section }: { section: EditorSection }) {
  const count = useDraft(({ record, story }) =>
    section.kind === "part"
      ? amountIn(section.part, record)
      : (story[section.at]?.body.trim() ?? "") === ""
        ? 0
        : 1,
  );
  const isList =
    section.kind === "part" && !["frame", "summary", "detection", "moments"].includes(section.part);
  return (
    <li data-filled={count > 0 ? "" : undefined}>
      <a href={`#${section.id}`}>
        {/* Whether it is right too, the checklist says: a tick would be taken for that. */}
        <i aria-hidden="true" title={count > 0 ? "Something stands here" : undefined}>
          {count > 0 ? "•" : ""}
        </i>
        {section.heading}
        {isList && count > 0 && <span className="ed-count">{count}</span>}
        <span className="sr-only">{count > 0 ? "" : ", empty"}</span>
      </a>
    </li>
  );
}
