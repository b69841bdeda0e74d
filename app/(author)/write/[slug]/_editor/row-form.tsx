"use client";

import { memo, useRef, useState, type KeyboardEvent, type RefObject } from "react";

import type { TimeContext } from "#knowledge/incident/settled-point";
import { isOwnEvidence } from "#knowledge/incident/own-evidence";

import { rowsOf, useEditing, withoutRow, withRows, withRowsSwapped, type Row } from "./editing";
import { Positions } from "./positions";
import { RowField } from "./row-field";
import type { FieldShape, RowShape } from "./row-shape";
import { useKindByWords } from "./use-kind-by-words";
import { fieldAt } from "./written-field";

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
    before.time.start === after.time.start &&
    before.time.above === after.time.above
  );
});

function RowFormNow({ shape, row, at, label, time, add }: Props) {
  const { store } = useEditing();
  const root = useRef<HTMLFieldSetElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { list } = shape;
  const place = `${list}.${typeof row.id === "string" ? row.id : at}`;
  const { set, put, move, remove } = useRow({ list, at, place, root });
  const kind = useKindByWords({ list, row, set });

  function press(event: KeyboardEvent<HTMLElement>) {
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      move(event.key === "ArrowUp" ? -1 : 1);
    } else if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      add(at + 1);
    }
  }

  const isShown = (field: FieldShape) => !field.isMore || isOpen || says(row, field);
  const folded = shape.fields.filter((field) => !isShown(field));

  function open() {
    setOpen(true);
    requestAnimationFrame(() => fieldAt(`${place}.${folded[0]?.key}`)?.focus());
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset
      ref={root}
      className={`ed-row ed-role-${typeof row.role === "string" ? row.role : "none"}`}
      // Who leaves a row has written its first words.
      onBlur={({ currentTarget, target, relatedTarget }) => {
        kind.left(target.dataset.place);
        if (!currentTarget.contains(relatedTarget)) store.nameRows(true);
      }}
    >
      <legend className="sr-only">{label}</legend>
      {shape.fields.filter(isShown).map((field) => (
        <RowField
          key={field.key}
          shape={field}
          row={row}
          place={place}
          set={(key, value) => {
            if (key === "kind") kind.chose();
            set(key, value);
          }}
          hint={field.key === "kind" ? kind.hint : null}
          onKeyDown={press}
          time={time}
          setMoment={(draft, moment) => put(draft, field.key, moment)}
        />
      ))}
      {list === "claims" && <Positions at={at} of={label} />}
      <RowTools label={label} move={move} remove={remove} open={folded.length > 0 ? open : null} />
    </fieldset>
  );
}

/** Whether a key that is usually folded away has something to show, or is needed now. */
function says(row: Row, { key }: FieldShape): boolean {
  const value = row[key];
  if (key === "why" && row.state === "declined") return true;
  // Readers are told of a source from outside how far it was read, so it is asked once that is known.
  if (key === "seen" && row.kind !== undefined && !isOwnEvidence(row.kind)) return true;
  return value !== undefined && value !== "";
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
      const to = neighbour(rowsOf(draft.record, list), at, by);
      return withRowsSwapped(draft, list, [at, to]);
    });
    refocus(root.current, by);
  }

  function remove() {
    focusInPlaceOf(root.current);
    store.edit(`${list}.removal`, (draft) => withoutRow(draft, list, at));
  }

  return {
    put,
    move,
    remove,
    set: (key: string, value: unknown) =>
      store.edit(`${place}.${key}`, (draft) => put(draft, key, value)),
  };
}

/** The position beside a row, of those that are shown together: safeguards stand apart. */
function neighbour(rows: readonly Row[], at: number, by: -1 | 1): number {
  const isSafeguard = (row: Row | undefined) => row?.role === "safeguard";
  let to = at + by;
  while (rows[to] && isSafeguard(rows[to]) !== isSafeguard(rows[at])) to += by;
  return to;
}

const fields = "input, textarea, select";
const reachable = `${fields}, button, summary`;

/** Where a row went, the focus goes too. */
function refocus(row: HTMLElement | null, by: -1 | 1) {
  const within = document.activeElement;
  if (!(within instanceof HTMLElement) || !row?.contains(within)) return;
  const before = row.previousElementSibling;
  const nth = [...row.querySelectorAll(reachable)].indexOf(within);
  requestAnimationFrame(() => {
    // Rows without an id stay where they are, and say something else.
    const isMoved = row.previousElementSibling !== before;
    const sibling = by === 1 ? row.nextElementSibling : before;
    const fellow = sibling?.querySelectorAll<HTMLElement>(reachable)[nth];
    (isMoved ? within : (fellow ?? within)).focus();
  });
}

/** When a row goes, the focus goes to the next one, or to the last. */
function focusInPlaceOf(row: HTMLElement | null) {
  const list = row?.parentElement;
  if (!row || !list) return;
  const nth = [...list.children].indexOf(row);
  requestAnimationFrame(() => {
    const next = list.children[nth] ?? list.lastElementChild;
    if (next instanceof HTMLButtonElement) next.focus();
    else next?.querySelector<HTMLElement>(fields)?.focus();
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
