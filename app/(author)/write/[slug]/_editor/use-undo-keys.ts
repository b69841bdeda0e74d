"use client";

import { useEffect } from "react";

import { useEditing } from "./editing";
import { fieldAt, focusSection } from "./written-field";

/** Undo and redo over everything that was written, wherever the focus is. */
export function useUndoKeys(): void {
  const { store } = useEditing();
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const redoes = key === "y" || (key === "z" && event.shiftKey);
      if (!redoes && key !== "z") return;
      event.preventDefault();
      show(redoes ? store.redo() : store.undo());
    }
    // Before the field takes the key for its own undo, which knows of nothing else.
    globalThis.addEventListener("keydown", press, { capture: true });
    return () => globalThis.removeEventListener("keydown", press, { capture: true });
  }, [store]);
}

/** Leads to where something was undone: its field, or the section where the field is gone. */
export function show(place: string | null): void {
  if (place === null) return;
  requestAnimationFrame(() => {
    const field = fieldAt(place);
    if (field) return field.focus();
    // What had the focus may have gone with its row.
    if (document.activeElement === document.body) focusSection(place);
  });
}
