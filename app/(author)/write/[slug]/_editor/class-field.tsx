"use client";

import { useMemo, useState, type KeyboardEvent } from "react";

import { Combobox, type Offer } from "./combobox";
import { useEditing, type OfferedClass } from "./editing";

interface Props {
  readonly picked: readonly string[];
  readonly onChange: (picked: string[]) => void;
  readonly place: string;
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLElement>) => void) | undefined;
}

const mostOffers = 8;

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
          onChoose={(slug) => {
            onChange([...picked, slug]);
            setTyped("");
          }}
          onKeyDown={(event) => {
            if (event.key === "Backspace" && typed === "" && picked.length > 0) {
              onChange(picked.slice(0, -1));
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

interface Ranked {
  readonly one: OfferedClass;
  readonly rank: number;
  readonly alias?: string;
}

/** Classes whose name or alias has words that begin as was typed; names before aliases. */
function offersFor(
  typed: string,
  classes: readonly OfferedClass[],
  picked: readonly string[],
): Offer[] {
  const wanted = wordsOf(typed);
  if (wanted.length === 0) return [];
  const fits = (text: string) => {
    const words = wordsOf(text);
    return wanted.every((word) => words.some((one) => one.startsWith(word)));
  };
  const ranked = classes
    .filter(({ slug }) => !picked.includes(slug))
    .flatMap((one): Ranked[] => {
      if (fits(one.name)) return [{ one, rank: 0 }];
      const alias = one.aka.find(fits);
      return alias === undefined ? [] : [{ one, rank: 1, alias }];
    });
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, mostOffers)
    .map(({ one: { slug, name, means }, alias }) => ({
      value: slug,
      name,
      about: alias === undefined ? means : `“${alias}”. ${means}`,
    }));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
