"use client";

import { useRef, useState } from "react";

import { paths } from "#app/paths";
import { SLUG_LIMIT } from "#knowledge/text/slug-of";

import { foundIncidents } from "./answered";
import { Combobox, type Offer } from "./combobox";

/** Milliseconds without a key after which one looks, and letters that it takes. */
const pause = 200;
const fewestLetters = 3;

/** Incidents that a search finds for words; none where the search cannot be asked. */
async function incidentsFor(words: string, signal: AbortSignal): Promise<Offer[]> {
  try {
    const response = await fetch(paths.searchJson({ q: words }), { signal });
    return foundIncidents(await response.json())
      .slice(0, 8)
      .map(({ slug, title }) => ({ value: slug, name: title, about: slug }));
  } catch {
    return [];
  }
}

function isSlug(text: string): boolean {
  return text.length <= SLUG_LIMIT && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
}

interface Props {
  readonly label: string;
  readonly place: string;
  readonly slug: string;
  readonly onChange: (slug: string) => void;
}

/** An incident by its slug, found by words. */
export function IncidentField({ label, place, slug, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const [offers, setOffers] = useState<readonly Offer[]>([]);
  const looking = useRef<AbortController>(null);

  function look(text: string) {
    looking.current?.abort();
    const stop = new AbortController();
    looking.current = stop;
    const show = (found: readonly Offer[]) => {
      if (!stop.signal.aborted) setOffers(found);
    };
    if (text.trim().length < fewestLetters) show([]);
    else setTimeout(() => void incidentsFor(text, stop.signal).then(show), pause);
  }

  return (
    <div className="ed-field ed-slug">
      <span className="ed-label" aria-hidden="true">
        {label}
      </span>
      <Combobox
        label={label}
        place={place}
        placeholder="words of its title"
        typed={typed ?? slug}
        offers={offers}
        onType={(text) => {
          setTyped(text);
          look(text);
          if (isSlug(text) || text === "") onChange(text);
        }}
        onChoose={(chosen) => {
          onChange(chosen);
          setTyped(null);
        }}
      />
    </div>
  );
}
