"use client";

import { useMemo, useRef } from "react";

import type { TimeContext } from "#knowledge/incident/settled-point";

import { rowsOf, useDraft, useEditing, withRowAdded, type Row } from "./editing";
import { RowForm } from "./row-form";
import type { RowShape } from "./row-shape";
import { contextAfter } from "./time-contexts";

interface Props {
  readonly shape: RowShape;
  /** Which of the list are shown: the safeguards, for example; all without it. */
  readonly only?: (row: Row) => boolean;
  /** What a new row begins with where it is not as the shape says. */
  readonly fresh?: Readonly<Record<string, unknown>>;
  readonly noun?: string;
  /** What times are read with that do not say it all. */
  readonly time?: TimeContext;
}

const all = () => true;

/** Rows of a list that are all drawn, also those out of sight. */
const few = 12;
const noTime: TimeContext = {};

/** The rows of a list, each with its fields; Enter adds one, Alt and an arrow move it. */
export function Rows({ shape, only = all, fresh, noun = shape.noun, time = noTime }: Props) {
  const { store } = useEditing();
  const rows = useDraft(({ record }) => rowsOf(record, shape.list));
  const root = useRef<HTMLDivElement>(null);
  const shown = rows.flatMap((row, at) => (only(row) ? [{ row, at }] : []));
  const contexts = useContexts(rows, time);
  const isLong = shown.length > few;

  function add(behind: number) {
    const id = shape.hasId ? { id: store.newId() } : {};
    const row = { ...id, ...shape.fresh, ...fresh };
    store.edit(`${shape.list}.new`, (draft) =>
      withRowAdded(draft, shape.list, { row, at: behind }),
    );
    focusRow(root.current, shown.filter(({ at }) => at < behind).length);
  }

  return (
    <div ref={root} className={`ed-rows ed-rows-${shape.list} ${isLong ? "ed-rows-many" : ""}`}>
      {shown.map(({ row, at }, nth) => (
        <RowForm
          key={typeof row.id === "string" ? store.keyOf(row.id) : at}
          shape={shape}
          row={row}
          at={at}
          label={`${capital(noun)} ${nth + 1}`}
          time={contexts[at] ?? time}
          add={add}
        />
      ))}
      <button type="button" className="btn" onClick={() => add(rows.length)}>
        Add {withArticle(noun)}
      </button>
    </div>
  );
}

function useContexts(rows: readonly Row[], time: TimeContext): TimeContext[] {
  const times = rows.map((row) => (typeof row.at === "string" ? row.at : "")).join("\n");
  // Most keys leave the times alone, and a long timeline has many.
  return useMemo(() => contextsOf(times.split("\n"), time), [times, time]);
}

/** What each time is read with: the day and the time of day of the entry above it. */
function contextsOf(moments: readonly string[], time: TimeContext): TimeContext[] {
  let context = time;
  return moments.map((moment) => {
    const above = context;
    context = contextAfter(moment, context);
    return above;
  });
}

/** Puts the focus into a row that is about to be drawn. */
export function focusRow(root: HTMLElement | null, nth: number) {
  // The row is there only after the next drawing.
  requestAnimationFrame(() => {
    const row = root?.querySelectorAll<HTMLElement>(":scope > .ed-row")[nth];
    // Words come first: what is typed into a list of choices would choose one.
    const written = row?.querySelector<HTMLElement>("input, textarea");
    (written ?? row?.querySelector<HTMLElement>("select"))?.focus();
  });
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}
