"use client";

import { useSyncExternalStore } from "react";

import { documentOf } from "#knowledge/review/draft";
import type { Conflict } from "#knowledge/review/merge/conflict";
import type { Choice } from "#knowledge/review/merge/settle";
import { keyName } from "#knowledge/review/key-names";

import { useDraft, useEditing } from "./editing";
import type { Merging } from "./others-save";

const labels: Readonly<Record<Choice, string>> = {
  ours: "Take mine",
  theirs: "Take theirs",
  both: "Keep both",
};

/** Where two people changed the same: both texts, and which one stands. */
export function Conflicts() {
  const { saver } = useEditing();
  const { merging } = saver;
  const conflicts = useSyncExternalStore(
    saver.subscribe,
    () => saver.conflicts,
    () => saver.conflicts,
  );
  const other = useSyncExternalStore(
    saver.subscribe,
    () => saver.mergedWith,
    () => saver.mergedWith,
  );
  if (other === null && conflicts.length === 0) return null;
  return (
    <section className="ed-conflicts" aria-labelledby="ed-conflicts-heading">
      <h2 id="ed-conflicts-heading" className="subhead" tabIndex={-1}>
        {other ?? "Somebody else"} changed this review at the same time
      </h2>
      {conflicts.length === 0 ? (
        <output>
          What you both wrote was put together; nothing had to be chosen.{" "}
          <button type="button" className="btn" onClick={() => saver.forgetMerge()}>
            All right
          </button>
        </output>
      ) : (
        <>
          {/* They stand above the text, and whoever writes is somewhere in it. */}
          <a className="ed-conflicts-jump" href="#ed-conflicts-heading">
            {conflicts.length === 1 ? "One place" : `${conflicts.length} places`} to choose
          </a>
          <p role="alert">
            {conflicts.length === 1 ? "One place was" : `${conflicts.length} places were`} changed
            by both of you. Nothing is lost: choose what shall stand.
          </p>
          {merging !== null &&
            conflicts.map((conflict, at) => (
              <ConflictForm
                key={`${conflict.path.join(".")} ${at}`}
                conflict={conflict}
                merging={merging}
              />
            ))}
        </>
      )}
    </section>
  );
}

interface FormProps {
  readonly conflict: Conflict;
  readonly merging: Merging;
}

function ConflictForm({ conflict, merging }: FormProps) {
  const { store, saver } = useEditing();
  const draft = useDraft((whole) => whole);
  const choices = merging.choicesFor(documentOf(draft), conflict);

  function choose(choice: Choice) {
    const settled = merging.settle(documentOf(store.draft), conflict, choice);
    store.replace(merging.withDocument(store.draft, settled));
    saver.settleConflict(conflict);
  }

  return (
    <fieldset className="ed-conflict">
      <legend>{placeInWords(conflict)}</legend>
      <dl>
        <dt>Mine</dt>
        <dd>{shown(conflict.ours)}</dd>
        <dt>Theirs</dt>
        <dd>{shown(conflict.theirs)}</dd>
      </dl>
      <p>
        {choices.map((choice) => (
          <button key={choice} type="button" className="btn" onClick={() => choose(choice)}>
            {labels[choice]}
            {choice === conflict.kept ? " (as it stands)" : ""}
          </button>
        ))}
      </p>
    </fieldset>
  );
}

/** Where it is, as the sections and fields of the editor are called. */
function placeInWords(conflict: Conflict): string {
  const { path, id } = conflict;
  const keys = path.filter((step) => typeof step === "string");
  const [list, ...rest] = conflict.kind === "value" ? [...keys, ...conflict.keys] : keys;
  if (list === undefined) return "The whole document";
  const row = id === null ? "" : `: ${id.replaceAll("-", " ")}`;
  const inRow = rest.length > 0 ? `, ${rest.map(keyName).join(", ")}` : "";
  return `${keyName(list)}${row}${inRow}`;
}

function shown(value: unknown): string {
  if (value === null) return "removed";
  if (typeof value === "string") return value === "" ? "nothing" : value;
  if (typeof value !== "object") return "";
  const entries = Object.entries(value).filter(([key, one]) => key !== "id" && says(one));
  if (entries.length === 0) return "nothing";
  const [only] = entries.length === 1 ? entries : [];
  return only
    ? inWords(only[1])
    : entries.map(([key, one]) => `${keyName(key)}: ${inWords(one)}`).join("\n");
}

function says(value: unknown): boolean {
  return value !== undefined && value !== "" && value !== false && inWords(value) !== "";
}

function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(inWords).join(", ");
  if (value === true) return "yes";
  return typeof value === "object" && value !== null ? shown(value) : String(value);
}
