"use client";

import { useRef } from "react";

import type { TimeContext } from "#knowledge/incident/settled-point";

import { rowsOf, useDraft, useEditing, withRows, type Row } from "./editing";
import { RowForm } from "./row-form";
import type { RowShape } from "./row-shape";
import { dayOfMoment } from "./time-field";

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

/** The rows of a list, each with its fields; Enter adds one, Alt and an arrow move it. */
export function Rows({ shape, only = all, fresh, noun = shape.noun, time = {} }: Props) {
  const { store } = useEditing();
  const rows = useDraft(({ record }) => rowsOf(record, shape.list));
  const root = useRef<HTMLDivElement>(null);
  const shown = rows.flatMap((row, at) => (only(row) ? [{ row, at }] : []));
  const days = daysAbove(rows, time.date);

  function add(behind: number) {
    const id = shape.hasId ? { id: store.newId() } : {};
    const row = { ...id, ...shape.fresh, ...fresh };
    store.edit(`${shape.list}.new`, (draft) => {
      const present = rowsOf(draft.record, shape.list);
      return withRows(draft, shape.list, present.toSpliced(behind, 0, row));
    });
    focusRow(root.current, shown.filter(({ at }) => at < behind).length);
  }

  return (
    <div ref={root} className={`ed-rows ed-rows-${shape.list}`}>
      {shown.map(({ row, at }, nth) => (
        <RowForm
          key={typeof row.id === "string" ? store.keyOf(row.id) : at}
          shape={shape}
          row={row}
          at={at}
          label={`${capital(noun)} ${nth + 1}`}
          time={{ ...time, date: days[at] }}
          add={add}
        />
      ))}
      <button type="button" className="btn" onClick={() => add(rows.length)}>
        Add {withArticle(noun)}
      </button>
    </div>
  );
}

/** For each row the day of the entry above it, of which a time without a date is. */
function daysAbove(rows: readonly Row[], first: string | undefined): (string | undefined)[] {
  let day = first;
  return rows.map((row) => {
    const above = day;
    if (typeof row.at === "string") day = dayOfMoment(row.at) ?? day;
    return above;
  });
}

function focusRow(root: HTMLElement | null, nth: number) {
  // The row is there only after the next drawing.
  requestAnimationFrame(() => {
    const row = root?.querySelectorAll<HTMLElement>(":scope > .ed-row")[nth];
    row?.querySelector<HTMLElement>("input, textarea, select")?.focus();
  });
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}
