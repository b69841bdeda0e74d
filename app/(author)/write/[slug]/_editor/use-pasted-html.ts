import { useState, type ClipboardEvent } from "react";

import { useEditing } from "./editing";
import { isInCode } from "./markdown-marks";
import { putForm, putWordsFirst, tooMuchInWords, type ReadForm } from "./pasted-form";
import { heldIn } from "./pasted-markdown";
import { leftInWords } from "./pasted-pictures";
import { fieldAt } from "./written-field";

interface PastedHtml {
  /** What of the last piece did not come with it, and why; empty where all did. */
  readonly said: string;
  /** Takes back what is said. */
  readonly dismiss: () => void;
  /** Hears of pictures that somebody puts in: those that were left out may be among them. */
  readonly heed: (pictures: number) => void;
  /** For the element around the field. */
  readonly onFocusCapture: () => void;
  readonly onPasteCapture: (event: ClipboardEvent) => void;
}

/**
 * Takes HTML that is pasted into the field of a place, and puts it in as Markdown, in a step of its
 * own. What says no more than its words, and what a browser pastes as plain text, is the field's.
 */
export function usePastedHtml(
  place: string,
  putPictures: (files: readonly File[]) => void,
): PastedHtml {
  const { store } = useEditing();
  const [{ said, left }, setSaid] = useState({ said: "", left: 0 });
  const say = (what: string, pictures = 0) => setSaid({ said: what, left: pictures });
  const here = {
    field: () => fieldAt(place),
    endStep: () => store.endStep(),
    aside: keepingFocus,
    say,
    putPictures,
  };

  function onPasteCapture(event: ClipboardEvent) {
    if (event.defaultPrevented) return;
    const { clipboardData } = event;
    const html = clipboardData.getData("text/html");
    const held = isTaken(clipboardData, place) ? heldIn(html) : "words";
    say(held === "too much" ? tooMuchInWords(html) : "");
    if (held !== "form") return;
    const pasted = { html, words: clipboardData.getData("text/plain").replaceAll(/\r\n?/g, "\n") };
    const { read } = reader;
    if (read) putForm(here, pasted, read);
    else void putWordsFirst(here, pasted, fetchReader());
    event.preventDefault();
    event.stopPropagation();
  }

  return {
    said,
    dismiss: () => say(""),
    heed(pictures) {
      if (left > 0 && pictures > 0) say(leftInWords(Math.max(0, left - pictures)), left - pictures);
    },
    onFocusCapture: () => void fetchReader(),
    onPasteCapture,
  };
}

function isTaken({ types }: DataTransfer, place: string): boolean {
  const field = fieldAt(place);
  // An editor of code colours words that are Markdown perhaps already.
  if (!field || types.includes("vscode-editor-data")) return false;
  return !isInCode(field.text().slice(0, field.selection().start));
}

/** What reads HTML, once somebody writes: fetched then, so that it is there when they paste. */
const reader: { read: ReadForm | null } = { read: null };

async function fetchReader(): Promise<ReadForm | null> {
  try {
    const { readPasted } = await import("./pasted-html");
    reader.read = readPasted;
  } catch {
    // Tried again with the next focus or paste.
  }
  return reader.read;
}

/** Makes a change that takes the focus, and gives it back. */
function keepingFocus(change: () => void): void {
  const { activeElement } = document;
  change();
  if (activeElement instanceof HTMLElement && activeElement !== document.activeElement) {
    activeElement.focus({ preventScroll: true });
  }
}
