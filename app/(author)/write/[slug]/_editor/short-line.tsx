"use client";

import { useId, useState, type ComponentProps } from "react";

import { tooLongInWords } from "#knowledge/review/long-texts";

interface Props extends Omit<ComponentProps<"input">, "maxLength" | "onChange"> {
  readonly longest: number;
}

/** A line of a form that is not sent while it is too long, with all that was typed still there. */
export function ShortLine({ longest, ...input }: Props) {
  const id = useId();
  const [fault, setFault] = useState<string | null>(null);
  return (
    <>
      <input
        {...input}
        aria-invalid={fault === null ? undefined : true}
        aria-describedby={fault === null ? undefined : id}
        onChange={({ target }) => {
          const said = tooLongInWords(target.value, longest);
          target.setCustomValidity(said ?? "");
          setFault(said);
        }}
      />
      {fault !== null && (
        <span id={id} className="ed-hint block">
          It is {fault}.
        </span>
      )}
    </>
  );
}
