"use client";

import { useEffect } from "react";

import { useEditing } from "./editing";
import { fieldAt } from "./written-field";

/** Whoever has just begun a review writes its title first, and need not look for where. */
export function useFirstFocus(isAlive: boolean): void {
  const { store, saver } = useEditing();
  useEffect(() => {
    const isNew = saver.base.version === 1 && (store.draft.record.title ?? "").trim() === "";
    // Who came for another part of the page, or is somewhere already, stays there.
    const isNowhere = location.hash === "" && document.activeElement === document.body;
    if (isAlive && isNew && isNowhere) fieldAt("title")?.focus();
  }, [isAlive, store, saver]);
}
