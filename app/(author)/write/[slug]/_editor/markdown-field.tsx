"use client";

import { useId } from "react";

import { Underlined } from "./underlined";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly place: string;
  readonly onChange: (value: string) => void;
}

/** A text in Markdown. */
export function MarkdownField({ label, value, place, onChange }: Props) {
  const id = useId();
  return (
    <div className="ed-field ed-markdown">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <Underlined place={place} value={value}>
        <textarea
          id={id}
          className="ed-input ed-text ed-source"
          rows={3}
          value={value}
          data-place={place}
          onChange={(event) => onChange(event.target.value.replaceAll("\r\n", "\n"))}
        />
      </Underlined>
    </div>
  );
}
