import type { KeyboardEvent } from "react";

import { continued, emphasised, type MarkdownChange } from "./markdown-marks";
import { fieldOf } from "./written-field";

/** The keys of Markdown where it is written as plain text: Ctrl or Cmd with B and I, and Enter. */
export function pressInPlainText(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.altKey || event.shiftKey || event.nativeEvent.isComposing) return;
  const field = fieldOf(event.currentTarget);
  const change = changeOf(event, { text: field.text(), ...field.selection() });
  if (change === null) return;
  event.preventDefault();
  field.put(change.from, change.to, change.insert, change);
}

function changeOf(
  { key, ctrlKey, metaKey }: KeyboardEvent,
  selected: { text: string; start: number; end: number },
): MarkdownChange | null {
  if (!ctrlKey && !metaKey) {
    const isEnter = key === "Enter" && selected.start === selected.end;
    return isEnter ? continued(selected.text, selected.start) : null;
  }
  if (key.toLowerCase() === "b") return emphasised(selected, "bold");
  return key.toLowerCase() === "i" ? emphasised(selected, "italic") : null;
}
