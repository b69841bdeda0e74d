import { useEffect, useRef, useState, type ClipboardEvent, type DragEvent } from "react";

import { useEditing } from "./editing";
import { markOf } from "./pasted-pictures";
import { hasMark, newMark, shownMark, type PictureMark } from "./picture-marks";
import { fieldAt } from "./written-field";

/** The files among what was pasted or dropped; a copied piece of a page brings a picture of itself too. */
export function filesIn(transfer: DataTransfer): File[] {
  const isText = transfer.types.includes("text/plain");
  return isText ? [] : Array.from(transfer.files);
}

interface Pictures {
  /** Names of those on their way. */
  readonly sending: readonly string[];
  /** Why the last ones were not taken. */
  readonly refusals: readonly string[];
  readonly put: (files: readonly File[]) => void;
  /** For the element around the field: takes pictures before the field sees them. */
  readonly taking: {
    readonly onPasteCapture: (event: ClipboardEvent) => void;
    readonly onDropCapture: (event: DragEvent) => void;
    readonly onDragOver: (event: DragEvent) => void;
  };
}

/**
 * Puts pictures into the text of a place: pasted, dropped or chosen. A mark stands there at once, and
 * keeps the place of a picture until it is kept, whatever becomes of the section.
 */
export function usePictures(place: string, onChange: (text: string) => void): Pictures {
  const { store, pictures } = useEditing();
  const [sending, setSending] = useState<readonly string[]>([]);
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  const before = useRef(Promise.resolve());
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);

  async function sendOne(file: File, mark: PictureMark) {
    const told = await pictures.settle(file, mark);
    if (told !== null && isHere.current) setRefusals((all) => [...all, told]);
    else if (told !== null) pictures.tell(told);
    setSending((others) => others.slice(1));
  }

  function put(files: readonly File[]) {
    if (files.length === 0) return;
    setRefusals([]);
    setSending((others) => [...others, ...files.map(({ name }) => name)]);
    const marked = files.map((file) => ({ file, mark: markOf(file) ?? newMark() }));
    // Those that came among words have their marks there.
    const alone = marked.flatMap(({ mark }) => (hasMark(store.draft, mark) ? [] : mark));
    store.endStep();
    if (alone.length > 0) showIn(place, alone.map(shownMark).join("\n\n"), onChange);
    store.endStep();
    pictures.expect(files.length);
    for (const { file, mark } of marked) {
      before.current = before.current.then(() => sendOne(file, mark));
    }
  }

  return {
    sending,
    refusals,
    put,
    taking: {
      onPasteCapture(event) {
        const files = filesIn(event.clipboardData);
        if (files.length === 0) return;
        event.preventDefault();
        event.stopPropagation();
        put(files);
      },
      onDropCapture(event) {
        const files = filesIn(event.dataTransfer);
        if (files.length === 0) return;
        event.preventDefault();
        event.stopPropagation();
        const field = fieldAt(place);
        const offset = field?.offsetAt?.(event.clientX, event.clientY);
        if (offset !== undefined && offset !== null) field?.select(offset, offset);
        put(files);
      },
      onDragOver(event) {
        // Else a browser opens the file in place of the page.
        if (event.dataTransfer.types.includes("Files")) event.preventDefault();
      },
    },
  };
}

/** Writes pictures where the field's selection ends, on lines of their own; the focus stays where it is. */
function showIn(place: string, shown: string, onChange: (text: string) => void): void {
  const field = fieldAt(place);
  if (!field) return;
  const text = field.text();
  const { end } = field.selection();
  const ahead = text.slice(0, end).trimEnd();
  const behind = text.slice(end).trimStart();
  onChange(`${ahead}${ahead === "" ? "" : "\n\n"}${shown}\n${behind === "" ? "" : "\n"}${behind}`);
}
