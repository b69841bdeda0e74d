"use client";

import { useEffect, useEffectEvent, useId, useRef, useState, type RefObject } from "react";

import type { DraftStore } from "./draft-store";
import { rowsOf, useDraft, useEditing, withRows } from "./editing";
import { keepingCaret } from "./kept-caret";
import { isSetAside } from "./language-store";
import type { MarkdownEditor, openMarkdown } from "./markdown-editor";
import { pressInPlainText } from "./markdown-keys";
import { MarkdownTools } from "./markdown-tools";
import { PictureWords } from "./picture-words";
import { Preview } from "./preview";
import { sourceShape } from "./row-shape";
import { wholeDocument, type Measured } from "./taken-text";
import { Underlined } from "./underlined";
import { usePastedHtml } from "./use-pasted-html";
import { filesIn, usePictures } from "./use-pictures";
import { usePlainText } from "./use-plain-text";
import { useTaken, type Taken } from "./use-taken";
import { useFindings } from "./use-language";
import { fieldAt, standIn } from "./written-field";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly place: string;
  readonly onChange: (value: string) => void;
}

/** A text in Markdown, with a toolbar and a preview; or as plain text, for who prefers that. */
export function MarkdownField(props: Props) {
  const { value, place, onChange } = props;
  const { sending, refusals, put, taking } = usePictures(place, onChange);
  const { said, dismiss, heed, ...pasting } = usePastedHtml(place, put);
  const [isPlain] = usePlainText();
  const [isShown, setShown] = useState(false);
  const { refusal, takes } = useTaken(wholeDocument);
  return (
    <div
      className="ed-field ed-markdown"
      {...taking}
      onFocusCapture={pasting.onFocusCapture}
      onPasteCapture={(event) => {
        heed(filesIn(event.clipboardData).length);
        taking.onPasteCapture(event);
        pasting.onPasteCapture(event);
      }}
      onDropCapture={(event) => {
        heed(filesIn(event.dataTransfer).length);
        taking.onDropCapture(event);
      }}
    >
      <MarkdownTools
        place={place}
        label={props.label}
        putPictures={(files) => {
          heed(files.length);
          put(files);
        }}
        isShown={isShown}
        show={() => setShown(!isShown)}
      />
      <div className={isShown ? "ed-beside" : undefined}>
        {isPlain ? <PlainText {...props} takes={takes} /> : <RichText {...props} takes={takes} />}
        {isShown && <Preview markdown={value} />}
      </div>
      <output className="ed-hint">
        {sending.length > 0 ? `Putting in ${sending.join(", ")} …` : said}
      </output>
      {sending.length === 0 && said !== "" && (
        <button type="button" className="ed-link" onClick={dismiss}>
          Dismiss
        </button>
      )}
      {[...refusals, ...(refusal === null ? [] : [refusal])].map((sentence) => (
        <p key={sentence} className="notice notice-fault" role="alert">
          {sentence}
        </p>
      ))}
      <PictureWords markdown={value} onChange={onChange} />
    </div>
  );
}

interface TextProps extends Props {
  /** Whether a text is short enough for any field; what is not stays out. */
  readonly takes: Taken["takes"];
}

function PlainText({ label, value, place, onChange, takes }: TextProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <Underlined place={place} value={value}>
        <textarea
          id={id}
          className="ed-input ed-text ed-source"
          rows={3}
          value={value}
          data-place={place}
          onChange={({ target }) => {
            if (takes(target.value)) onChange(target.value.replaceAll("\r\n", "\n"));
          }}
          onKeyDown={pressInPlainText}
        />
      </Underlined>
    </>
  );
}

function RichText(props: TextProps) {
  const { value, place } = props;
  const box = useRef<HTMLDivElement>(null);
  const editor = useEditor(props, box);
  useTaking(editor, value, place);
  return (
    <>
      <div ref={box} className="ed-rich" hidden={editor === null} />
      {editor === null && <PlainText {...props} />}
    </>
  );
}

/** The editor in a box, once it has been fetched; until then one writes plain text. */
function useEditor(props: TextProps, box: RefObject<HTMLDivElement | null>): MarkdownEditor | null {
  const [editor, setEditor] = useState<MarkdownEditor | null>(null);
  const { classes, store } = useEditing();
  const { label, place, value } = props;
  const change = useEffectEvent((text: string) => props.onChange(text));
  const take = useEffectEvent((text: Measured) => props.takes(text));
  const begin = useEffectEvent((parent: HTMLElement, open: typeof openMarkdown) =>
    open({
      parent,
      label,
      place,
      text: value,
      onChange: change,
      takes: take,
      names: {
        classes: () => classes,
        sources: () => store.draft.record.sources,
        addSource: () => addSource(store),
      },
    }),
  );

  useEffect(() => {
    let isGone = false;
    let leave = () => {};
    async function fetched() {
      const { openMarkdown: open } = await import("./markdown-editor");
      if (isGone || !box.current) return;
      const opened = begin(box.current, open);
      // Whoever writes in the plain text already goes on where they are.
      keepingCaret(() => {
        const stop = standIn(place, opened);
        leave = () => {
          stop();
          opened.close();
        };
        setEditor(opened);
      });
    }
    void fetched();
    return () => {
      isGone = true;
      leave();
      setEditor(null);
    };
  }, [place, box]);
  return editor;
}

/** Begins a source, and leads to where its title is written. */
function addSource(store: DraftStore): void {
  const id = store.newId();
  store.edit("sources.new", (draft) => {
    const row = { id, ...sourceShape.fresh };
    return withRows(draft, "sources", [...rowsOf(draft.record, "sources"), row]);
  });
  requestAnimationFrame(() => fieldAt(`sources.${id}.title`)?.focus());
}

/** What changes elsewhere (undoing, another author, the check) shows in the editor. */
function useTaking(editor: MarkdownEditor | null, value: string, place: string): void {
  const setAside = useDraft((draft) => draft.setAside);
  const findings = useFindings(place);
  useEffect(() => editor?.take(value), [editor, value]);
  useEffect(() => {
    editor?.underline(findings.filter((one) => !isSetAside(one, setAside)));
  }, [editor, findings, setAside]);
}
