import { useRef, useState, type ClipboardEvent, type DragEvent } from "react";

import { useEditing } from "./editing";
import { markOf, withMarkedPicture } from "./pasted-pictures";
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

/** Puts pictures into the text of a place: pasted, dropped or chosen. */
export function usePictures(place: string, onChange: (text: string) => void): Pictures {
  const { sendPicture } = useEditing();
  const [sending, setSending] = useState<readonly string[]>([]);
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  // One after the other, so that they stand in the text as they were given.
  const before = useRef(Promise.resolve());

  async function putOne(file: File) {
    const sent = await sendPicture(file);
    const address = sent.kind === "kept" ? sent.address : null;
    const mark = markOf(file);
    const text = mark && withMarkedPicture(fieldAt(place)?.text() ?? "", mark, address);
    if (typeof text === "string") onChange(text);
    else if (address !== null) showIn(place, { address, words: mark?.words ?? "" }, onChange);
    if (sent.kind === "refused") setRefusals((all) => [...all, `${nameOf(file)}: ${sent.why}`]);
    setSending((others) => others.slice(1));
  }

  function put(files: readonly File[]) {
    if (files.length === 0) return;
    setRefusals([]);
    setSending((others) => [...others, ...files.map(({ name }) => name)]);
    for (const file of files) before.current = before.current.then(() => putOne(file));
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

/** What a picture is called where it was refused: its words, where it has some. */
function nameOf(file: File): string {
  const words = markOf(file)?.words ?? "";
  return words === "" ? file.name : `“${words}”`;
}

/** Writes a picture where the field's selection ends, on lines of its own; the focus stays where it is. */
function showIn(
  place: string,
  { address, words }: { address: string; words: string },
  onChange: (text: string) => void,
): void {
  const field = fieldAt(place);
  if (!field) return;
  const text = field.text();
  const { end } = field.selection();
  const ahead = text.slice(0, end).trimEnd();
  const behind = text.slice(end).trimStart();
  onChange(
    `${ahead}${ahead === "" ? "" : "\n\n"}![${words}](${address})\n${behind === "" ? "" : "\n"}${behind}`,
  );
}
