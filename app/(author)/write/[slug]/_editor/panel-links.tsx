"use client";

import { useDraft } from "./editing";
import { isSetAside } from "./language-store";
import { useAllFindings } from "./use-language";

/**
 * Where the panels that help with writing stand below the text: the way to them, with how much they
 * hold.
 */
export function PanelLinks({ reminders }: { readonly reminders: number }) {
  const setAside = useDraft((draft) => draft.setAside);
  const findings = useAllFindings().filter((one) => !isSetAside(one, setAside)).length;
  return (
    <nav className="ed-panel-links" aria-label="Help with writing, below the text">
      <a href="#ed-language">{counted(findings, "word", "words")} to look at</a>
      <a href="#ed-before">{counted(reminders, "reminder", "reminders")}</a>
    </nav>
  );
}

function counted(count: number, one: string, several: string): string {
  return `${count === 0 ? "No" : count} ${count === 1 ? one : several}`;
}
