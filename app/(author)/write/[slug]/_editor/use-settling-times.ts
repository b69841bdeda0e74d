"use client";

import { useEffect } from "react";

import { useEditing } from "./editing";
import { SettlingTimes } from "./settling-times";
import { keyMoments } from "./time-contexts";
import { wholeText } from "./whole-text";

/** Lets times enter the record that can be read now, once nobody types what they are read with. */
export function useSettlingTimes(): void {
  const { store, zones } = useEditing();
  useEffect(() => {
    const settling = new SettlingTimes(store, zones);
    const heard = () => {
      if (store.changedBy !== "edit") settling.pass();
      else if (!isAround(document.activeElement)) settling.look();
    };
    // A date is read at every key: half of one would be another one.
    const left = ({ target }: FocusEvent) => {
      if (isAround(target) && store.changedBy === "edit") settling.look();
    };
    const stop = store.subscribe(heard);
    document.addEventListener("focusout", left);
    return () => {
      stop();
      document.removeEventListener("focusout", left);
    };
  }, [store, zones]);
}

const around: ReadonlySet<string> = new Set([...keyMoments, wholeText]);

/** Whether a field is one that other times are read with. */
function isAround(field: EventTarget | null): boolean {
  const place = field instanceof HTMLElement ? (field.dataset.place ?? "") : "";
  return around.has(place) || /^timeline\.[^.]+\.at$/.test(place);
}
