"use client";

import { useEffect, useSyncExternalStore } from "react";

import { useEditing } from "./editing";

/**
 * What became of pictures whose section is not shown any more. A browser asks before it leaves a page
 * from which pictures are still on their way: nothing of them is saved.
 */
export function NewsOfPictures() {
  const { pictures } = useEditing();
  const read = () => pictures.told;
  const told = useSyncExternalStore(pictures.subscribe, read, read);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (pictures.areWaiting) event.preventDefault();
    };
    globalThis.addEventListener("beforeunload", ask);
    return () => globalThis.removeEventListener("beforeunload", ask);
  }, [pictures]);
  if (told.length === 0) return null;
  return (
    <div className="notice notice-fault" role="alert">
      <ul>
        {told.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <button type="button" className="btn" onClick={() => pictures.forgetTold()}>
        I have read it
      </button>
    </div>
  );
}
