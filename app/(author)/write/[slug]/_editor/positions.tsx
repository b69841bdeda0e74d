"use client";

import type { Claim } from "#knowledge/incident/document";

import { behind, useDraft, useEditing, withNumbers, withRows, type Row } from "./editing";
import { RowField } from "./row-field";
import { positionFields } from "./row-shape";
import { fieldAt } from "./written-field";

const fresh = { source: "" } as const;

/** What each source says of a claim. */
export function Positions({ at, of }: { at: number; of: string }) {
  const { store } = useEditing();
  const positions: readonly Row[] = useDraft(({ record }) => record.claims[at]?.positions) ?? [];

  function put(place: string, next: (claim: Claim) => readonly Row[]) {
    store.edit(place, (draft) => {
      const claim = draft.record.claims[at];
      if (!claim) return draft;
      const changed = { ...claim, positions: next(claim) };
      const claims: readonly Row[] = draft.record.claims;
      return withRows(draft, "claims", claims.with(at, changed));
    });
  }

  function remove(nth: number) {
    const list = `claims.${at}.positions`;
    store.edit(`${list}.removal`, (draft) => {
      const claim = draft.record.claims[at];
      if (!claim) return draft;
      const changed = { ...claim, positions: claim.positions.toSpliced(nth, 1) };
      const claims: readonly Row[] = draft.record.claims;
      return withNumbers(withRows(draft, "claims", claims.with(at, changed)), list, behind(nth));
    });
  }

  return (
    <div className="ed-positions">
      {positions.map((position, nth) => (
        <PositionForm
          key={nth}
          position={position}
          nth={nth}
          of={of}
          place={`claims.${at}.positions.${nth}`}
          set={(key, value) =>
            put(`claims.${at}.positions.${nth}.${key}`, ({ positions: present }) =>
              present.map((one, other) => (other === nth ? { ...one, [key]: value } : one)),
            )
          }
          remove={() => remove(nth)}
        />
      ))}
      <button
        type="button"
        className="btn"
        onClick={() => {
          put(`claims.${at}.positions.new`, ({ positions: present }) => [...present, fresh]);
          const added = `claims.${at}.positions.${positions.length}.source`;
          requestAnimationFrame(() => fieldAt(added)?.focus());
        }}
      >
        Add a position<span className="sr-only"> on {of}</span>
      </button>
    </div>
  );
}

interface PositionProps {
  readonly position: Row;
  readonly nth: number;
  /** What the claim is called. */
  readonly of: string;
  readonly place: string;
  readonly set: (key: string, value: unknown) => void;
  readonly remove: () => void;
}

function PositionForm({ position, nth, of, place, set, remove }: PositionProps) {
  return (
    <fieldset className="ed-row">
      <legend className="sr-only">Position {nth + 1}</legend>
      {positionFields.map((shape) => (
        <RowField
          key={shape.key}
          shape={shape}
          row={position}
          place={place}
          time={{}}
          onKeyDown={() => undefined}
          setMoment={(draft) => draft}
          set={set}
        />
      ))}
      <button
        type="button"
        className="ed-tool"
        aria-label={`Remove position ${nth + 1} of ${of}`}
        onClick={remove}
      >
        ×
      </button>
    </fieldset>
  );
}
