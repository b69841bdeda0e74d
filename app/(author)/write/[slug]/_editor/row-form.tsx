"use client";

import { memo, useRef, useState, type KeyboardEvent, type RefObject } from "react";

import type { TimeContext } from "#knowledge/incident/settled-point";

import { rowsOf, useEditing, withRows, type Row } from "./editing";
import { Positions } from "./positions";
import { RowField } from "./row-field";
import type { FieldShape, RowShape } from "./row-shape";

interface Props {
  readonly shape: RowShape;
  readonly row: Row;
  readonly at: number;
  readonly label: string;
  readonly time: TimeContext;
  readonly add: (behind: number) => void;
}

/** One row; drawn anew only when it says something else, stands elsewhere, or its day changes. */
export const RowForm = memo(RowFormNow, (before, after) => {
  return (
    before.row === after.row &&
    before.at === after.at &&
    before.label === after.label &&
    before.time.date === after.time.date &&
    before.time.clock === after.time.clock &&
    before.time.zone === after.time.zone &&
    before.time.start === after.time.start
  );
});

function RowFormNow({ shape, row, at, label, time, add }: Props) {
  const { store } = useEditing();
  const root = useRef<HTMLFieldSetElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { list } = shape;
  const place = `${list}.${typeof row.id === "string" ? row.id : at}`;
  const { set, put, move, remove } = useRow({ list, at, place, root });

  function press(event: KeyboardEvent<HTMLElement>) {
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      move(event.key === "ArrowUp" ? -1 : 1);
    } else if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      add(at + 1);
    }
  }

  const fields = shape.fields.filter((field) => !field.isMore || isOpen || says(row, field));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset
      ref={root}
      className={`ed-row ed-role-${typeof row.role === "string" ? row.role : "none"}`}
      // Who leaves a row has written its first words.
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) store.nameRows(true);
      }}
    >
      <legend className="sr-only">{label}</legend>
      {fields.map((field) => (
        <RowField
          key={field.key}
          shape={field}
          row={row}
          place={place}
          set={set}
          onKeyDown={press}
          time={time}
          setMoment={(draft, moment) => put(draft, field.key, moment)}
        />
      ))}
      {list === "claims" && <Positions at={at} />}
      <RowTools
        label={label}
        move={move}
        remove={remove}
        open={fields.length < shape.fields.length ? () => setOpen(true) : null}
      />
    </fieldset>
  );
}

/** Whether a key that is usually folded away has something to show, or is needed now. */
function says(row: Row, { key, usual }: FieldShape): boolean {
  const value = row[key];
  if (key === "why" && row.state === "declined") return true;
  return value !== undefined && value !== "" && value !== usual;
}

interface RowPlace {
  readonly list: RowShape["list"];
  readonly at: number;
  readonly place: string;
  readonly root: RefObject<HTMLElement | null>;
}

/** What can be done with a row. */
function useRow({ list, at, place, root }: RowPlace) {
  const { store } = useEditing();

  function put(draft: typeof store.draft, key: string, value: unknown) {
    const rows = rowsOf(draft.record, list);
    const before = rows[at];
    if (!before || before[key] === value) return draft;
    const { [key]: _, ...others } = before;
    const next = value === undefined ? others : { ...before, [key]: value };
    return withRows(draft, list, rows.with(at, next));
  }

  function move(by: -1 | 1) {
    store.edit(`${list}.order`, (draft) => {
      const rows = rowsOf(draft.record, list);
      const [row, other] = [rows[at], rows[at + by]];
      return row && other ? withRows(draft, list, rows.with(at, other).with(at + by, row)) : draft;
    });
    refocus(root.current);
  }

  function remove() {
    const next = root.current?.nextElementSibling ?? root.current?.previousElementSibling;
    store.edit(`${list}.removal`, (draft) =>
      withRows(draft, list, rowsOf(draft.record, list).toSpliced(at, 1)),
    );
    if (next instanceof HTMLButtonElement) next.focus();
    else next?.querySelector<HTMLElement>("input, textarea, select")?.focus();
  }

  return {
    put,
    move,
    remove,
    set: (key: string, value: unknown) =>
      store.edit(`${place}.${key}`, (draft) => put(draft, key, value)),
  };
}

/** Where a row went, the focus goes too. */
function refocus(row: HTMLElement | null) {
  const within = document.activeElement;
  requestAnimationFrame(() => {
    if (within instanceof HTMLElement && row?.contains(within)) within.focus();
  });
}

interface ToolsProps {
  readonly label: string;
  readonly move: (by: -1 | 1) => void;
  readonly remove: () => void;
  /** Shows what is folded away; null where nothing is. */
  readonly open: (() => void) | null;
}

function RowTools({ label, move, remove, open }: ToolsProps) {
  return (
    <div className="ed-row-tools">
      {open && (
        <button type="button" className="ed-tool" aria-label={`More of ${label}`} onClick={open}>
          …
        </button>
      )}
      <button
        type="button"
        className="ed-tool"
        aria-label={`Move ${label} up`}
        onClick={() => move(-1)}
      >
        ↑
      </button>
      <button
        type="button"
        className="ed-tool"
        aria-label={`Move ${label} down`}
        onClick={() => move(1)}
      >
        ↓
      </button>
      <button type="button" className="ed-tool" aria-label={`Remove ${label}`} onClick={remove}>
        ×
      </button>
    </div>
  );
}
