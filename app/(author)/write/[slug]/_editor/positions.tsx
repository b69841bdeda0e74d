"use client";

import type { Claim } from "#knowledge/incident/document";

import { useDraft, useEditing, withRows, type Row } from "./editing";
import { RowField } from "./row-field";
import { positionFields } from "./row-shape";
import { fieldAt } from "./written-field";

const fresh = { source: "", stance: "asserts" } as const;

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
          remove={() =>
            put(`claims.${at}.positions.removal`, ({ positions: present }) =>
              present.toSpliced(nth, 1),
            )
          }
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
