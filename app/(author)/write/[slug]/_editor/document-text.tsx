"use client";

import { useEffect, useState, useSyncExternalStore } from "react";

import { useEditing } from "./editing";
import { keepingCaret } from "./kept-caret";
import { wholeDocument } from "./taken-text";
import { useTaken } from "./use-taken";
import { visibleIn } from "./visible-text";
import { WholeText, wholeText, type Reading } from "./whole-text";

/** The whole document as one text: what it exports, and what can be saved of it. */
export function DocumentText() {
  const [reading, setReading] = useState<Reading | null>(null);
  useEffect(() => {
    let isGone = false;
    async function fetched() {
      const [{ readTyped, writeDocument, nothing }, { merging }] = await Promise.all([
        import("./document-reading"),
        import("./others-save"),
      ]);
      if (!isGone) setReading({ readTyped, writeDocument, nothing, merging });
    }
    void fetched();
    return () => {
      isGone = true;
    };
  }, []);
  if (reading === null) return <p className="ed-quiet">The text comes …</p>;
  return <TextOf reading={reading} />;
}

function TextOf({ reading }: { reading: Reading }) {
  const { store, saver } = useEditing();
  const [whole] = useState(
    () =>
      new WholeText(store, reading, {
        conflicting: (conflicts) => saver.showConflicts(conflicts, reading.merging),
        replacing: keepingCaret,
      }),
  );
  useEffect(() => whole.open(), [whole]);
  const read = () => whole.shown;
  const { refusal, takes } = useTaken(wholeDocument);
  const { text, faults } = useSyncExternalStore(whole.subscribe, read, read);
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
        onChange={({ target }) => {
          if (takes(target.value)) whole.type(visibleIn(target));
        }}
        onBlur={() => whole.leave()}
      />
      <div id="ed-whole-faults" aria-live="polite">
        {refusal !== null && <p className="notice notice-fault">{refusal}</p>}
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
