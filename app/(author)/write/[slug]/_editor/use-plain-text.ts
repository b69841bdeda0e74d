"use client";

import { useSyncExternalStore } from "react";

const key = "hindsight.plain-text";
const listeners = new Set<() => void>();

function isPlain(): boolean {
  try {
    return localStorage.getItem(key) === "yes";
  } catch {
    return false;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether one writes Markdown as plain text in this browser, and how to change that. */
export function usePlainText(): readonly [boolean, (plain: boolean) => void] {
  const plain = useSyncExternalStore(subscribe, isPlain, () => false);
  return [
    plain,
    (next) => {
      try {
        localStorage.setItem(key, next ? "yes" : "no");
      } catch {
        // A browser that keeps nothing shows the usual editor again next time.
      }
      for (const listener of listeners) listener();
    },
  ];
}
