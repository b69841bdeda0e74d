"use client";

import { useRef, useState, type ChangeEvent } from "react";

import type { Choices } from "./choices";
import { ChoicesForm } from "./choices-form";
import { ImportedIncident } from "./imported-incident";
import { readFile, type ReadFile, type Taken } from "./read-file";
import { Readings } from "./readings";

/** Takes over what was written elsewhere; nothing leaves the browser before a draft is made. */
export function ImportIsland({ account }: { readonly account: string }) {
  const { taken, read, choices, isReading, readAll } = useReading();
  return (
    <div data-island="">
      <ImportForm take={(files) => void readAll(files, choices)} />
      {taken.length > 0 && <ChoicesForm choose={(next) => void readAll(taken, next)} />}
      <output className="block text-soft">
        {isReading ? `Reading ${read.length + 1} of ${taken.length} …` : ""}
      </output>
      {read.map((file, at) => (
        <section key={`${file.name} ${at}`} aria-label={file.name}>
          <h2 className={read.length > 1 ? "heading mt-10" : "sr-only"}>{file.name}</h2>
          {file.warnings.map((warning) => (
            <p key={warning} className="notice notice-fault">
              {warning}
            </p>
          ))}
          {file.incidents.map((incident, nth) => (
            <ImportedIncident key={nth} account={account} incident={incident} from={file.name} />
          ))}
        </section>
      ))}
    </div>
  );
}

/** The files that were taken, and what was read of them. */
function useReading() {
  const [taken, setTaken] = useState<readonly Taken[]>([]);
  const [read, setRead] = useState<readonly ReadFile[]>([]);
  const [choices, setChoices] = useState<Choices>({ zone: "", day: "" });
  const [isReading, setReading] = useState(false);

  const [readings] = useState(() => new Readings(readFile));

  async function readAll(files: readonly Taken[], chosen: Choices) {
    setTaken(files);
    setChoices(chosen);
    setReading(true);
    // What was read with other choices is gone at once.
    setRead([]);
    if (await readings.readAll(files, chosen, setRead)) setReading(false);
  }

  return { taken, read, choices, isReading, readAll };
}

/** A text that is pasted, or files. */
function ImportForm({ take }: { take: (files: readonly Taken[]) => void }) {
  const [isEmpty, setEmpty] = useState(false);
  const text = useRef<HTMLTextAreaElement>(null);

  async function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const files = await Promise.all(
      Array.from(target.files ?? [], async (file) => ({
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    );
    setEmpty(false);
    if (files.length > 0) take(files);
  }

  function read() {
    const typed = text.current?.value ?? "";
    const hasNothing = typed.trim() === "";
    setEmpty(hasNothing);
    if (hasNothing) text.current?.focus();
    else take([{ name: "what was pasted", bytes: new TextEncoder().encode(typed) }]);
  }

  return (
    <form
      className="import-form"
      onSubmit={(event) => {
        event.preventDefault();
        read();
      }}
    >
      <label htmlFor="import-text" className="label">
        Text
      </label>
      <textarea
        ref={text}
        id="import-text"
        name="text"
        className="field"
        rows={8}
        aria-invalid={isEmpty ? true : undefined}
        aria-describedby={isEmpty ? "import-empty" : undefined}
        onChange={() => setEmpty(false)}
      />
      {isEmpty && (
        <p id="import-empty" className="notice notice-fault" role="alert">
          There is nothing to read yet: paste a text here, or choose files.
        </p>
      )}
      <p className="import-buttons">
        <button type="submit" className="btn btn-strong">
          Read it
        </button>
        <label className="import-file">
          or files: <input type="file" multiple onChange={(event) => void choose(event)} />
        </label>
      </p>
    </form>
  );
}
