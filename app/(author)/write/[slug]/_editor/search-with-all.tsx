"use client";

import { useRef } from "react";

import { paths } from "#app/paths";

import { useEditing } from "./editing";
import { textOf } from "./text-so-far";

/**
 * Searches with all that is written so far, in a page of its own: beside the text only what is alike for
 * a good reason is named, and whoever wants to see what is merely near asks for it.
 */
export function SearchWithAll() {
  const { store } = useEditing();
  const text = useRef<HTMLInputElement>(null);
  return (
    <form
      method="post"
      action={paths.searchByText()}
      target="_blank"
      rel="noopener"
      className="mt-3"
      onSubmit={() => {
        if (text.current) text.current.value = textOf(store.draft);
      }}
    >
      <input ref={text} type="hidden" name="text" />
      <button type="submit" className="ed-link">
        Search with all of this text
      </button>
    </form>
  );
}
