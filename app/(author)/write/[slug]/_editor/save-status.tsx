"use client";

import { useSyncExternalStore } from "react";

import { useEditing } from "./editing";
import type { SaveState } from "./saver";
import { useHydrated } from "./use-hydrated";

const time = new Intl.DateTimeFormat("en-GB", { timeStyle: "short" });

export function useSaveState(): SaveState {
  const { saver } = useEditing();
  return useSyncExternalStore(
    saver.subscribe,
    () => saver.state,
    () => saver.state,
  );
}

/** What has become of what was written, in words. */
export function SaveStatus() {
  const state = useSaveState();
  const isAlive = useHydrated();
  return (
    <output className="ed-status" data-state={state.kind}>
      {isAlive ? inWords(state) : "Opening …"}
    </output>
  );
}

function inWords(state: SaveState): string {
  switch (state.kind) {
    case "saved":
      return `Saved ${time.format(state.at)} · version ${state.version} · revision ${state.revision}`;
    case "unsaved":
    case "saving":
      return "Saving …";
    case "offline":
      return "No connection. Kept in this browser, and sent as soon as there is one.";
    case "signed out":
      return "You were signed out. Kept in this browser.";
    case "refused":
      return "Not saved. Kept in this browser.";
  }
}
