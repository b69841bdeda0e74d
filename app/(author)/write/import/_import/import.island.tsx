"use client";

import { useState, type ChangeEvent } from "react";

import { ImportedIncident } from "./imported-incident";
import { readFile, type Choices, type ReadFile } from "./read-file";

interface Taken {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Takes over what was written elsewhere; nothing leaves the browser before a draft is made. */
export function ImportIsland() {
  const { taken, read, choices, isReading, readAll } = useReading();
  return (
    <div data-island="">
      <ImportForm take={(files) => void readAll(files, choices)} />
      {taken.length > 0 && (
        <ChoicesForm choices={choices} choose={(next) => void readAll(taken, next)} />
      )}
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
            <ImportedIncident key={nth} incident={incident} from={file.name} />
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

  async function readAll(files: readonly Taken[], chosen: Choices) {
    setTaken(files);
    setChoices(chosen);
    setReading(true);
    const all: ReadFile[] = [];
    // One after the other: each is a worker, and there may be hundreds.
    for (const file of files) {
      // oxlint-disable-next-line no-await-in-loop
      all.push(await readFile(file, chosen));
      setRead([...all]);
    }
    setReading(false);
  }

  return { taken, read, choices, isReading, readAll };
}

/** A text that is pasted, or files. */
function ImportForm({ take }: { take: (files: readonly Taken[]) => void }) {
  async function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const files = await Promise.all(
      Array.from(target.files ?? [], async (file) => ({
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    );
    if (files.length > 0) take(files);
  }

  return (
    <form
      className="import-form"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget).get("text");
        if (typeof typed !== "string" || typed.trim() === "") return;
        take([{ name: "what was pasted", bytes: new TextEncoder().encode(typed) }]);
      }}
    >
      <label htmlFor="import-text" className="label">
        Text
      </label>
      <textarea id="import-text" name="text" className="field" rows={8} />
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

interface ChoicesProps {
  readonly choices: Choices;
  readonly choose: (choices: Choices) => void;
}

/** Zone and day, for times that say neither. */
function ChoicesForm({ choices, choose }: ChoicesProps) {
  return (
    <form
      className="import-choices"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const text = (name: string) => {
          const value = form.get(name);
          return typeof value === "string" ? value.trim() : "";
        };
        choose({ zone: text("zone"), day: text("day") });
      }}
    >
      <label>
        Zone of times that name none{" "}
        <input
          name="zone"
          className="field"
          defaultValue={choices.zone}
          placeholder="UTC, PST, +02:00"
        />
      </label>
      <label>
        Day of times that have none{" "}
        <input name="day" className="field" defaultValue={choices.day} placeholder="2024-07-19" />
      </label>
      <button type="submit" className="btn">
        Read again with these
      </button>
    </form>
  );
}
