"use client";

import { useSyncExternalStore } from "react";

import { documentOf } from "#knowledge/review/draft";
import type { Conflict } from "#knowledge/review/merge/conflict";
import type { Choice } from "#knowledge/review/merge/settle";
import { keyName } from "#knowledge/review/key-names";

import { doneInWords, endInWords, placeInWords } from "./conflict-words";
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
  const conflicts = useMerges(() => saver.conflicts);
  const told = useMerges(() => saver.merged);
  const by = useMerges(() => saver.open.by);
  if (told === null && conflicts.length === 0) return null;
  return (
    <section className="ed-conflicts" aria-labelledby="ed-conflicts-heading">
      <h2 id="ed-conflicts-heading" className="subhead" tabIndex={-1}>
        {capital(told?.by ?? by ?? "somebody else")} changed this review at the same time
      </h2>
      {conflicts.length > 0 ? (
        <ToChoose conflicts={conflicts} />
      ) : (
        <output>
          {told && endInWords(told).join(" ")}{" "}
          <button type="button" className="btn" onClick={() => saver.forgetMerge()}>
            All right
          </button>
        </output>
      )}
    </section>
  );
}

function useMerges<Part>(read: () => Part): Part {
  const { saver } = useEditing();
  return useSyncExternalStore(saver.subscribe, read, read);
}

function ToChoose({ conflicts }: { conflicts: readonly Conflict[] }) {
  const { merging } = useEditing().saver.open;
  const isOne = conflicts.length === 1;
  return (
    <>
      {/* They stand above the text, and whoever writes is somewhere in it. */}
      <a className="ed-conflicts-jump" href="#ed-conflicts-heading">
        {isOne ? "One place" : `${conflicts.length} places`} to choose
      </a>
      <p role="alert">
        {isOne ? "One place was" : `${conflicts.length} places were`} changed by both of you.
        Nothing is lost: choose what shall stand.
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
  );
}

interface FormProps {
  readonly conflict: Conflict;
  readonly merging: Merging;
}

function ConflictForm({ conflict, merging }: FormProps) {
  const { store, saver } = useEditing();
  const draft = useDraft((whole) => whole);
  const done = doneInWords(conflict);
  const choices = merging.choicesFor(documentOf(draft), conflict);

  function choose(choice: Choice) {
    const settled = merging.settle(documentOf(store.draft), conflict, choice);
    store.replace(merging.withDocument(store.draft, settled));
    saver.settleConflict(conflict);
  }

  return (
    <fieldset className="ed-conflict">
      <legend>{placeInWords(conflict, draft.record)}</legend>
      {done !== "" && <p>{done}</p>}
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

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
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
