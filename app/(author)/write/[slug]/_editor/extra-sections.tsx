"use client";

import { useState } from "react";

import { isTouched } from "#knowledge/review/part";

import { useDraft } from "./editing";
import type { EditorSection } from "./sections";
import { focusSection } from "./written-field";

/** Which sections are shown, and which can be added. */
export interface SectionsShown {
  readonly shown: readonly EditorSection[];
  /** Those that the template does not ask for, as long as they are empty and nobody wants them. */
  readonly hidden: readonly EditorSection[];
  readonly add: (id: string) => void;
}

/** A short template stays short on the screen: what it does not ask for is there when it is wanted. */
export function useShownSections(sections: readonly EditorSection[]): SectionsShown {
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set());
  // What was written once stays in place when it is emptied, until the page is opened again.
  const touched = useDraft(({ record }) =>
    sections
      .filter((one) => one.kind === "part" && isTouched(one.part, record))
      .map(({ id }) => id)
      .join(" "),
  );
  const [seen, setSeen] = useState(touched);
  if (touched !== seen) {
    setSeen(touched);
    setWanted(new Set([...wanted, ...seen.split(" ")]));
  }
  const isHidden = (section: EditorSection) =>
    section.kind === "part" &&
    section.isExtra === true &&
    !wanted.has(section.id) &&
    !touched.split(" ").includes(section.id);
  return {
    shown: sections.filter((section) => !isHidden(section)),
    hidden: sections.filter(isHidden),
    add: (id) => setWanted(new Set([...wanted, id])),
  };
}

/** Where the sections stand that can be added. */
export const extraId = "ed-extra";

/** The sections that can be added. */
export function ExtraSections({ hidden, add }: Omit<SectionsShown, "shown">) {
  if (hidden.length === 0) return null;
  return (
    <fieldset id={extraId} className="ed-extra">
      <legend>The template does not ask for these. Add what helps:</legend>
      <ul>
        {hidden.map(({ id, heading }) => (
          <li key={id}>
            <button
              type="button"
              className="btn"
              onClick={() => {
                add(id);
                requestAnimationFrame(() => focusSection(id));
              }}
            >
              {heading}
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
