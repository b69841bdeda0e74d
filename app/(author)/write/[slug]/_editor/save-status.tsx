"use client";

import { useSyncExternalStore } from "react";

import { useEditing } from "./editing";
import { ownTab } from "./merge-told";
import type { SaveState } from "./save-state";
import { focusTrouble } from "./trouble-place";
import { useHydrated } from "./use-hydrated";
import { leadTo } from "./written-field";

const time = new Intl.DateTimeFormat("en-GB", { timeStyle: "short" });

export function useSaveState(): SaveState {
  const { saver } = useEditing();
  return useSyncExternalStore(
    saver.subscribe,
    () => saver.state,
    () => saver.state,
  );
}

/** What has become of what was written, in words; where there is little room, in few. */
export function SaveStatus() {
  const state = useSaveState();
  const isAlive = useHydrated();
  const [brief, more] = isAlive ? inWords(state) : ["Opening …", ""];
  return (
    <output className="ed-status" data-state={state.kind} title={meaning(state)}>
      {isAlive ? <Brief state={state} words={brief} /> : brief}
      {state.kind === "saved" && state.by !== null && (
        <span className="ed-saved-by">
          {" "}
          {state.by === ownTab ? "in" : "by"} {state.by}
        </span>
      )}
      {more !== "" && <span>{more}</span>}
    </output>
  );
}

/** The words that matter; they lead to where one can do something about it. */
function Brief({ state, words }: { state: SaveState; words: string }) {
  if (state.kind === "signed out") return <a href="#sign-in">{words}</a>;
  if (state.kind !== "refused") return words;
  const place = state.refusals[0]?.place ?? null;
  return (
    <button
      type="button"
      className="ed-link"
      onClick={() => (place === null ? focusTrouble() : leadTo(place))}
    >
      {words}
    </button>
  );
}

/** What the number means; the history counts coarser. */
function meaning(state: SaveState): string | undefined {
  return state.kind === "saved"
    ? `Each save has a number. Version ${state.version} is in revision ${state.revision} of the history.`
    : undefined;
}

function inWords(state: SaveState): readonly [brief: string, more: string] {
  switch (state.kind) {
    case "saved":
      return [`Saved ${time.format(state.at)}`, ` · version ${state.version}`];
    case "unsaved":
    case "saving":
      return ["Saving …", ""];
    case "offline":
      return [
        "No connection",
        ". What you write is kept in this browser, and sent once there is one.",
      ];
    case "signed out":
      return [
        "Sign in to save it",
        ". You were signed out; what you write is kept in this browser.",
      ];
    case "refused":
      return ["Not saved", `. ${state.refusals[0]?.sentence ?? state.why}`];
  }
}
