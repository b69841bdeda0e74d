"use client";

import { useEffect, useId, useRef } from "react";

import { limits } from "#knowledge/incident/limits";
import { tooLongInWords } from "#knowledge/review/long-texts";

export interface AskingFormProps {
  /** A word to the editors; whoever shows the form keeps it, since the form comes and goes. */
  readonly note: string;
  readonly setNote: (note: string) => void;
  readonly ask: () => void;
  readonly isAsking: boolean;
}

/** Asks editors, with a word to them where there is one to say. */
export function AskingForm({ note, setNote, ask, isAsking }: AskingFormProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const fault = tooLongInWords(note, limits.text);
  useEffect(() => field.current?.setCustomValidity(fault ?? ""), [fault]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (fault === null) ask();
      }}
    >
      <label htmlFor={id} className="label">
        A word to the editors
      </label>
      <textarea
        ref={field}
        id={id}
        rows={2}
        className="ed-input ed-text"
        value={note}
        aria-describedby={`${id}-hint`}
        aria-invalid={fault === null ? undefined : true}
        onChange={({ target }) => setNote(target.value)}
      />
      <p id={`${id}-hint`} className="ed-hint">
        {fault === null
          ? "What you changed, or what to look at. It may stay empty."
          : `It is ${fault}.`}
      </p>
      <p className="ed-needed-end">
        <button type="submit" className="btn btn-strong">
          {isAsking ? "Asking …" : "Ask an editor"}
        </button>
      </p>
    </form>
  );
}
