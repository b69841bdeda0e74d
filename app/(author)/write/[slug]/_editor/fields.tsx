"use client";

import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";

import { longestAt, tooLongInWords } from "#knowledge/review/long-texts";

import { Underlined } from "./underlined";
import { longestTyped } from "./taken-text";
import { useTaken } from "./use-taken";
import { visibleIn } from "./visible-text";

interface FrameProps {
  readonly label: string;
  /** Whether the name is for those who cannot see the column that it stands in. */
  readonly isQuiet?: boolean | undefined;
  readonly hint?: ReactNode;
  readonly className?: string | undefined;
}

interface TextProps extends FrameProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLElement>) => void) | undefined;
  readonly onBlur?: (() => void) | undefined;
  readonly placeholder?: string | undefined;
  /** What of it is too long, in words, where it is not the whole text that has a limit. */
  readonly tooLong?: string | null | undefined;
  readonly isWrong?: boolean | undefined;
  /** The id of a list of what is offered. */
  readonly list?: string | undefined;
  /** Where undoing leads back to. */
  readonly place: string;
}

/** A field with its name above it and help beneath. */
function Framed({
  id,
  label,
  isQuiet,
  hint,
  className = "",
  children,
}: FrameProps & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className={`ed-field ${className}`}>
      <label htmlFor={id} className={isQuiet ? "sr-only" : undefined}>
        {label}
      </label>
      {children}
      {hint !== undefined && hint !== null && (
        <div id={`${id}-hint`} className="ed-hint">
          {hint}
        </div>
      )}
    </div>
  );
}

function described(id: string, hint: ReactNode) {
  return hint === undefined || hint === null ? undefined : `${id}-hint`;
}

/** One line of text. */
export function LineField(props: TextProps) {
  const id = useId();
  const { value, onKeyDown, onBlur, placeholder, place, list } = props;
  const { hint, isWrong, change } = useLength(props);
  return (
    <Framed id={id} {...props} hint={hint}>
      <input
        id={id}
        className="ed-input"
        value={value}
        data-place={place}
        placeholder={placeholder}
        autoComplete="off"
        list={list}
        aria-describedby={described(id, hint)}
        aria-invalid={isWrong ? true : undefined}
        onChange={(event) => change(event.target)}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      />
    </Framed>
  );
}

/** A text of several lines, as high as it needs to be. */
export function TextField(props: TextProps) {
  const id = useId();
  const { value, onKeyDown, onBlur, placeholder, place } = props;
  const { hint, isWrong, change } = useLength(props);
  return (
    <Framed id={id} {...props} hint={hint}>
      <Underlined place={place} value={value}>
        <textarea
          id={id}
          className="ed-input ed-text"
          rows={1}
          value={value}
          data-place={place}
          placeholder={placeholder}
          aria-describedby={described(id, hint)}
          aria-invalid={isWrong ? true : undefined}
          onChange={(event) => change(event.target)}
          onKeyDown={onKeyDown}
          onBlur={onBlur}
        />
      </Underlined>
    </Framed>
  );
}

/**
 * Takes what is typed, also where it is too long for the record, and says so: it is kept beside the
 * record. What no field could keep is not taken.
 */
function useLength({ place, value, hint, isWrong, onChange, tooLong }: TextProps) {
  const { refusal, takes } = useTaken(longestTyped);
  const longest = longestAt(place);
  const fault = tooLong ?? (longest === null ? null : inSentence(tooLongInWords(value, longest)));
  const said = [hint, fault, refusal].filter((one) => one !== undefined && one !== null);
  return {
    isWrong: isWrong === true || fault !== null,
    hint:
      said.length < 2
        ? said[0]
        : said.map((one, nth) => (
            <span key={nth} className="block">
              {one}
            </span>
          )),
    change: (control: HTMLInputElement | HTMLTextAreaElement) => {
      if (takes(control.value)) onChange(visibleIn(control));
    },
  };
}

/** What is said of a text that is too long, as a sentence; null where it fits. */
export function inSentence(fault: string | null): string | null {
  return fault === null
    ? null
    : `${fault.charAt(0).toUpperCase()}${fault.slice(1)}. It is kept here, and readers do not get it.`;
}

interface ChoiceProps extends FrameProps {
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChange: (value: string) => void;
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLElement>) => void) | undefined;
  readonly place: string;
}

/** One of a few. */
export function ChoiceField(props: ChoiceProps) {
  const id = useId();
  const { value, options, onChange, onKeyDown, place } = props;
  return (
    <Framed id={id} {...props}>
      <select
        id={id}
        className="ed-input"
        value={value}
        data-place={place}
        aria-describedby={described(id, props.hint)}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      >
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </Framed>
  );
}

interface PicksProps extends FrameProps {
  readonly picked: readonly string[];
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChange: (picked: string[]) => void;
  /** What is said where there is nothing to pick from. */
  readonly none: string;
  readonly place: string;
}

/** Some of several, folded away behind what is picked. */
export function PicksField({ label, picked, options, onChange, none, place }: PicksProps) {
  const details = useRef<HTMLDetailsElement>(null);
  // A hundred rows have some dozen each: only those that somebody looks at are drawn.
  const [isOpen, setOpen] = useState(false);
  const names = options.filter(([value]) => picked.includes(value)).map(([, name]) => name);
  const dangling = picked.filter((value) => !options.some(([option]) => option === value));
  return (
    // Escape folds it up again, wherever in it the focus is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <details
      ref={details}
      className="ed-picks"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !details.current?.open) return;
        event.stopPropagation();
        details.current.open = false;
        details.current.querySelector("summary")?.focus();
      }}
    >
      <summary data-place={place}>
        <span className="ed-picks-label">{label}</span>{" "}
        {names.length === 0 ? <span className="text-faint">none</span> : names.join(" · ")}
      </summary>
      {isOpen && (
        <div className="ed-picks-list">
          {options.length === 0 && <p className="text-soft">{none}</p>}
          {[...options, ...dangling.map((value) => [value, `${value} (gone)`] as const)].map(
            ([value, name]) => (
              <label key={value}>
                <input
                  type="checkbox"
                  checked={picked.includes(value)}
                  onChange={({ target }) =>
                    onChange(
                      target.checked ? [...picked, value] : picked.filter((one) => one !== value),
                    )
                  }
                />{" "}
                {name}
              </label>
            ),
          )}
        </div>
      )}
    </details>
  );
}

interface FlagProps {
  readonly label: string;
  readonly isSet: boolean;
  readonly onChange: (isSet: boolean) => void;
  readonly place: string;
}

/** Something that is so or not. */
export function FlagField({ label, isSet, onChange, place }: FlagProps) {
  return (
    <label className="ed-flag">
      <input
        type="checkbox"
        checked={isSet}
        data-place={place}
        onChange={(event) => onChange(event.target.checked)}
      />{" "}
      {label}
    </label>
  );
}
