"use client";

import { useSyncExternalStore } from "react";

import { documentOf, draftOf } from "#knowledge/review/draft";
import type { Conflict } from "#knowledge/review/merge/conflict";
import type { Choice } from "#knowledge/review/merge/settle";

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
      <h2 id="ed-conflicts-heading" className="subhead">
        {other ?? "Somebody"} wrote here too
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

function ConflictForm({ conflict, merging: { choicesFor, settle } }: FormProps) {
  const { store, saver } = useEditing();
  const draft = useDraft((whole) => whole);
  const choices = choicesFor(documentOf(draft), conflict);

  function choose(choice: Choice) {
    const settled = settle(documentOf(store.draft), conflict, choice);
    const { unfinished, setAside } = store.draft;
    store.replace(draftOf(settled, unfinished, setAside));
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

function placeInWords({ path, id }: Conflict): string {
  const [list = "document"] = path;
  return id === null ? String(list) : `${list}: ${id.replaceAll("-", " ")}`;
}

function shown(value: unknown): string {
  if (value === null) return "removed";
  if (typeof value === "string") return value === "" ? "nothing" : value;
  if (typeof value !== "object" || value === null) return "";
  return Object.entries(value)
    .filter(([key]) => key !== "id")
    .map(([key, one]) => `${key}: ${Array.isArray(one) ? one.join(", ") : String(one)}`)
    .join("\n");
}
