"use client";

import { useRef, useState, type FocusEvent, type KeyboardEvent } from "react";

import { emphasised, type Emphasis } from "./markdown-marks";
import { usePlainText } from "./use-plain-text";
import { fieldAt, type WrittenField } from "./written-field";

interface Tool {
  readonly name: string;
  readonly sign: string;
  /** The letter that does it together with Ctrl or Cmd. */
  readonly key?: string;
  readonly use: (field: WrittenField, start: number, end: number) => void;
}

function emphasise(emphasis: Emphasis): Tool["use"] {
  return (field, start, end) => {
    const change = emphasised({ text: field.text(), start, end }, emphasis);
    field.focus();
    field.put(change.from, change.to, change.insert, change);
  };
}

/** Puts marks around what is selected. */
function around(mark: string): Tool["use"] {
  return (field, start, end) => {
    const words = field.text().slice(start, end);
    field.put(start, end, `${mark}${words || "words"}${mark}`);
  };
}

/** Puts a mark before each line that is selected. */
function before(mark: string): Tool["use"] {
  return (field, start, end) => {
    const text = field.text();
    const first = text.lastIndexOf("\n", start - 1) + 1;
    const lines = text.slice(first, end).split("\n");
    field.put(first, end, lines.map((line) => mark + line).join("\n"));
  };
}

function insert(words: string): Tool["use"] {
  return (field, start, end) => {
    const text = field.text();
    const gap = start === 0 || text[start - 1] === "\n" ? "" : "\n\n";
    field.put(start, end, gap + words);
  };
}

const tools: readonly Tool[] = [
  { name: "Bold", sign: "B", key: "B", use: emphasise("bold") },
  { name: "Italic", sign: "I", key: "I", use: emphasise("italic") },
  { name: "Code", sign: "‹›", use: around("`") },
  { name: "Heading", sign: "H", use: before("### ") },
  { name: "List", sign: "•", use: before("- ") },
  { name: "Quotation", sign: "”", use: before("> ") },
  { name: "Table", sign: "▦", use: insert("| What | How much |\n|---|---|\n|  |  |\n") },
  { name: "Link", sign: "[[ ]]", use: insert("[[") },
];

interface Props {
  readonly place: string;
  readonly label: string;
  /** Puts pictures that were chosen into the text. */
  readonly putPictures: (files: readonly File[]) => void;
  readonly isShown: boolean;
  readonly show: () => void;
}

/** Everything that Markdown is written with, for who does not know its marks. */
export function MarkdownTools({ place, label, putPictures, isShown, show }: Props) {
  const [isPlain, setPlain] = usePlainText();
  const { keys, tabIndex } = useOneTabStop();
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div className="ed-toolbar" role="toolbar" aria-label={`Marks for ${label}`} {...keys}>
      {tools.map(({ name, sign, key, use }, nth) => (
        <button
          key={name}
          type="button"
          className="ed-tool"
          tabIndex={tabIndex(nth)}
          aria-label={`${name} in ${label}`}
          title={key === undefined ? name : `${name}: Ctrl-${key}, or ⌘${key}`}
          aria-keyshortcuts={key && `Control+${key} Meta+${key}`}
          // The selection would go with the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            const field = fieldAt(place);
            if (!field) return;
            const { start, end } = field.selection();
            use(field, start, end);
          }}
        >
          {sign}
        </button>
      ))}
      <PictureTool label={label} put={putPictures} tabIndex={tabIndex(tools.length)} />
      <button
        type="button"
        className="ed-tool"
        tabIndex={tabIndex(tools.length + 1)}
        aria-pressed={isShown}
        aria-label={`Preview of ${label}`}
        onClick={show}
      >
        Preview
      </button>
      <button
        type="button"
        className="ed-tool"
        tabIndex={tabIndex(tools.length + 2)}
        aria-pressed={isPlain}
        aria-label={`Write ${label} as plain text`}
        onClick={() => setPlain(!isPlain)}
      >
        Plain text
      </button>
    </div>
  );
}

/** One stop of Tab for all buttons; arrows go from one to the next (the toolbar pattern of ARIA). */
function useOneTabStop() {
  const [at, setAt] = useState(0);

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const buttons = [...event.currentTarget.querySelectorAll("button")];
    const steps: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: -1,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    buttons.at(to % buttons.length)?.focus();
  }

  function onFocus({ currentTarget, target }: FocusEvent<HTMLElement>) {
    setAt([...currentTarget.querySelectorAll("button")].findIndex((one) => one === target));
  }

  return { keys: { onKeyDown, onFocus }, tabIndex: (nth: number) => (nth === at ? 0 : -1) };
}

interface PictureToolProps {
  readonly label: string;
  readonly put: Props["putPictures"];
  readonly tabIndex: number;
}

/** Chooses pictures from this machine. */
function PictureTool({ label, put, tabIndex }: PictureToolProps) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className="ed-tool"
        tabIndex={tabIndex}
        aria-label={`Picture in ${label}`}
        title="Picture: PNG, JPEG or WebP, up to 8 MB. Pasting and dropping do the same."
        onClick={() => chooser.current?.click()}
      >
        Picture
      </button>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept="image/png,image/jpeg,image/webp"
        aria-label={`Files of pictures for ${label}`}
        onChange={(event) => {
          put(Array.from(event.target.files ?? []));
          event.target.value = "";
        }}
      />
    </>
  );
}
