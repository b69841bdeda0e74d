"use client";

import type { ReactNode } from "react";

import { useDraft } from "./editing";
import { isSetAside, type PlacedFinding } from "./language-store";
import { useFindings } from "./use-language";

interface Props {
  readonly place: string;
  /** What stands in the field. */
  readonly value: string;
  /** The field. */
  readonly children: ReactNode;
}

/**
 * A field of text with a line under what the language check points out. The words themselves are
 * the field's; behind it stands the same text, unseen, of which only the lines show.
 */
export function Underlined({ place, value, children }: Props) {
  const findings = useFindings(place);
  const setAside = useDraft((draft) => draft.setAside);
  const shift = place.startsWith("story.") ? 0 : value.length - value.trimStart().length;
  const marked = findings.filter(
    (one) =>
      !isSetAside(one, setAside) && value.slice(one.start + shift, one.end + shift) === one.text,
  );
  return (
    <div className="ed-underlined">
      {marked.length > 0 && (
        <div className="ed-underlay" aria-hidden="true">
          {pieces(value, marked, shift)}
        </div>
      )}
      {children}
    </div>
  );
}

function pieces(value: string, findings: readonly PlacedFinding[], shift: number): ReactNode[] {
  const shown: ReactNode[] = [];
  let from = 0;
  for (const { start, end, level, rule } of findings) {
    shown.push(value.slice(from, start + shift));
    shown.push(
      <mark key={`${start} ${rule}`} className={`ed-mark-${level}`}>
        {value.slice(start + shift, end + shift)}
      </mark>,
    );
    from = end + shift;
  }
  // A line break at the end would not open a line of its own.
  shown.push(`${value.slice(from)}\u200b`);
  return shown;
}
