"use client";

import { useEffect, useRef, useState } from "react";

import type { readDocument } from "#knowledge/incident/read-document";
import type { writeDocument } from "#knowledge/incident/write-document";
import { documentOf, draftOf, type Draft } from "#knowledge/review/draft";

import type { DraftStore } from "./draft-store";
import { useDraft, useEditing, withUnfinished } from "./editing";

/** Where a whole text is kept that cannot be read as a document. */
export const wholeText = "document";

/** Quiet milliseconds after which the text is read. */
const quiet = 300;

interface Reading {
  readonly readDocument: typeof readDocument;
  readonly writeDocument: typeof writeDocument;
}

/** The whole document as one text: what it exports, and what can be saved of it. */
export function DocumentText() {
  const { store } = useEditing();
  const [reading, setReading] = useState<Reading | null>(null);
  useEffect(() => {
    let isGone = false;
    async function fetched() {
      const { readDocument: read, writeDocument: write } = await import("./document-reading");
      if (!isGone) setReading({ readDocument: read, writeDocument: write });
    }
    void fetched();
    return () => {
      isGone = true;
    };
  }, []);
  if (reading === null) return <p className="ed-quiet">The text comes …</p>;
  return <TextOf store={store} reading={reading} />;
}

function TextOf({ store, reading }: { store: DraftStore; reading: Reading }) {
  const { text, faults, change, leave } = useWholeText(store, reading);
  return (
    <div className="ed-whole">
      <label htmlFor="ed-whole" className="label">
        The whole document
      </label>
      <textarea
        id="ed-whole"
        className="ed-input ed-source"
        rows={40}
        spellCheck
        value={text}
        data-place={wholeText}
        aria-describedby="ed-whole-faults"
        aria-invalid={faults.length > 0 ? true : undefined}
        onChange={(event) => change(event.target.value.replaceAll("\r\n", "\n"))}
        onBlur={leave}
      />
      <div id="ed-whole-faults" aria-live="polite">
        {faults.length > 0 && <Faults faults={faults} />}
      </div>
    </div>
  );
}

function Faults({ faults }: { faults: readonly string[] }) {
  return (
    <>
      <p className="ed-hint">
        It is kept as you wrote it. The form shows the last state that could be read; mend these to
        go on:
      </p>
      <ul className="ed-hint">
        {faults.slice(0, 10).map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    </>
  );
}

/** The text as it is typed, and what is read of it. */
function useWholeText(store: DraftStore, reading: Reading) {
  const draft = useDraft((whole) => whole);
  const [typed, setTyped] = useState<string | null>(null);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function read(next: string) {
    const found = reading.readDocument(next, "");
    const told = found.kind === "faulty" ? found.faults : [];
    setFaults(told.map(({ line, message }) => `line ${line}: ${message}`));
    store.edit(wholeText, (before) => {
      if (found.kind === "faulty") return withUnfinished(before, wholeText, next);
      const { [wholeText]: _, ...unfinished } = before.unfinished;
      return draftOf(found.document, unfinished, before.setAside);
    });
  }

  function change(next: string) {
    setTyped(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => read(next), quiet);
  }

  function leave() {
    clearTimeout(timer.current);
    if (typed !== null) read(typed);
    setTyped(null);
  }

  const kept = draft.unfinished[wholeText];
  const text = typed ?? kept ?? reading.writeDocument(documentOf(draft));
  return { text, faults, change, leave };
}

/** Whether a whole text waits that could not be read. */
export function hasWholeText({ unfinished }: Draft): boolean {
  return unfinished[wholeText] !== undefined;
}
