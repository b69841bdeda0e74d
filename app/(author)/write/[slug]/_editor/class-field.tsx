"use client";

import { useMemo, useState, type KeyboardEvent } from "react";

import { offersFor } from "./class-offers";
import { Combobox } from "./combobox";
import { useEditing, type OfferedClass } from "./editing";

interface Props {
  readonly picked: readonly string[];
  readonly onChange: (picked: string[]) => void;
  readonly place: string;
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLElement>) => void) | undefined;
}

/** The failure classes of a factor: found by name or alias, each with those it is taken for. */
export function ClassField({ picked, onChange, place, onKeyDown }: Props) {
  const { classes } = useEditing();
  const [typed, setTyped] = useState("");
  const offers = useMemo(() => offersFor(typed, classes, picked), [typed, classes, picked]);
  const chosen = picked.map((slug) => classes.find((one) => one.slug === slug) ?? unknown(slug));
  return (
    <div className="ed-field ed-classes">
      <div className="ed-chips">
        {chosen.map((one) => (
          <Chip
            key={one.slug}
            of={one}
            onRemove={() => onChange(picked.filter((slug) => slug !== one.slug))}
          />
        ))}
        <Combobox
          label="Add a failure class"
          placeholder={picked.length === 0 ? "Failure class, or words for it" : "another"}
          typed={typed}
          offers={offers}
          place={place}
          onType={setTyped}
          none="No failure class has words like these. Other words may find one, such as the kind of fault."
          onChoose={(slug) => {
            onChange([...picked, slug]);
            setTyped("");
          }}
          onKeyDown={(event) => {
            if (event.key === "Backspace" && typed === "" && picked.length > 0) {
              onChange(picked.slice(0, -1));
            } else if (event.key === "Enter" && typed.trim() !== "") {
              // Whoever looks for a class does not ask for another row.
              event.preventDefault();
            } else onKeyDown?.(event);
          }}
        />
      </div>
      <Neighbours picked={picked} onChange={onChange} />
    </div>
  );
}

function Chip({ of: { name, means }, onRemove }: { of: OfferedClass; onRemove: () => void }) {
  return (
    <span className="chip" title={means}>
      {name}{" "}
      <button type="button" aria-label={`Take out ${name}`} onClick={onRemove}>
        ×
      </button>
    </span>
  );
}

/** Classes that the one chosen last is taken for. */
function Neighbours({ picked, onChange }: Pick<Props, "picked" | "onChange">) {
  const { classes } = useEditing();
  const last = classes.find(({ slug }) => slug === picked.at(-1));
  const near = (last?.near ?? [])
    .filter((slug) => !picked.includes(slug))
    .flatMap((slug) => classes.find((one) => one.slug === slug) ?? [])
    .slice(0, 3);
  if (!last || near.length === 0) return null;
  return (
    <p className="ed-hint">
      Not {last.name}? Perhaps{" "}
      {near.map(({ slug, name, means }, nth) => (
        <span key={slug}>
          {nth > 0 && ", "}
          <button
            type="button"
            className="ed-link"
            title={means}
            onClick={() => onChange(picked.map((one) => (one === last.slug ? slug : one)))}
          >
            {name}
          </button>
        </span>
      ))}
    </p>
  );
}

function unknown(slug: string): OfferedClass {
  return { slug, name: slug, aka: [], means: "", near: [] };
}
