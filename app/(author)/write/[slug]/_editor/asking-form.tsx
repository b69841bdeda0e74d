"use client";

import { useId, useState } from "react";

import { limits } from "#knowledge/incident/limits";
import { tooLongInWords } from "#knowledge/review/long-texts";

/** Asks editors, with a word to them where there is one to say. */
export function AskingForm({ ask }: { readonly ask: (note: string) => void }) {
  const id = useId();
  const [fault, setFault] = useState<string | null>(null);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const note = new FormData(event.currentTarget).get("note");
        if (fault === null) ask(typeof note === "string" ? note : "");
      }}
    >
      <label htmlFor={id} className="label">
        A word to the editors
      </label>
      <textarea
        id={id}
        name="note"
        rows={2}
        className="ed-input ed-text"
        aria-describedby={`${id}-hint`}
        aria-invalid={fault === null ? undefined : true}
        onChange={({ target }) => {
          const said = tooLongInWords(target.value, limits.text);
          target.setCustomValidity(said ?? "");
          setFault(said);
        }}
      />
      <p id={`${id}-hint`} className="ed-hint">
        {fault === null
          ? "What you changed, or what to look at. It may stay empty."
          : `It is ${fault}.`}
      </p>
      <p className="ed-needed-end">
        <button type="submit" className="btn btn-strong">
          Ask an editor
        </button>
      </p>
    </form>
  );
}
