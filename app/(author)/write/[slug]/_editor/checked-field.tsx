"use client";

import type { KeyboardEvent } from "react";

import { useDraft, useEditing, withUnfinished } from "./editing";
import { LineField } from "./fields";

interface Props {
  readonly label: string;
  readonly placeholder?: string | undefined;
  readonly className: string;
  readonly place: string;
  readonly value: string;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly isRight: (text: string) => boolean;
  /** What would be right, in words. */
  readonly wanted: string;
  /** What is wrong with a text, where more can be said of it than what would be right. */
  readonly why?: (text: string) => string | null;
  readonly set: (value: string | undefined) => void;
}

/** A line that only some texts fit; another one stays as it was typed, beside the record. */
export function CheckedField({ place, value, isRight, wanted, why, set, ...field }: Props) {
  const { store } = useEditing();
  const unfinished = useDraft((draft) => draft.unfinished[place]);
  const { label, placeholder, className, onKeyDown } = field;
  return (
    <LineField
      label={label}
      placeholder={placeholder}
      className={className}
      onKeyDown={onKeyDown}
      place={place}
      value={unfinished ?? value}
      isWrong={unfinished !== undefined}
      hint={unfinished === undefined ? null : (why?.(unfinished) ?? `Expected ${wanted}.`)}
      onChange={(text) => {
        const written = text.trim();
        const fits = written === "" || isRight(written);
        set(fits && written !== "" ? written : undefined);
        store.edit(place, (draft) => withUnfinished(draft, place, fits ? null : text));
      }}
    />
  );
}
