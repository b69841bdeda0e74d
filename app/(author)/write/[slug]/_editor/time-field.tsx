"use client";

import { useState, type KeyboardEvent } from "react";

import { readMoment } from "#knowledge/incident/moment";
import type { TimeContext } from "#knowledge/incident/settled-point";
import { understandTime } from "#knowledge/incident/written-time";

import { useDraft, useEditing, withUnfinished } from "./editing";
import { LineField } from "./fields";
import type { Draft } from "#knowledge/review/draft";

interface Props {
  readonly label: string;
  readonly isQuiet?: boolean | undefined;
  readonly place: string;
  /** The moment as the record has it; empty where there is none. */
  readonly value: string;
  readonly set: (draft: Draft, moment: string) => Draft;
  /** What a time is read with that does not say it all. */
  readonly context: TimeContext;
  readonly placeholder?: string | undefined;
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLElement>) => void) | undefined;
}

/**
 * A time as one types it, shown as it was understood. What cannot be read stays as it was typed,
 * beside the record.
 */
export function TimeField({ place, value, set, context, ...field }: Props) {
  const { store } = useEditing();
  const unfinished = useDraft((draft) => draft.unfinished[place]);
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? unfinished ?? value.replaceAll("T", " ");
  const read = readTyped(shown, context);

  function change(text: string) {
    setTyped(text);
    const next = readTyped(text, context);
    store.edit(place, (draft) =>
      withUnfinished(
        set(draft, next.moment),
        place,
        text.trim() === "" || next.moment !== "" ? null : text,
      ),
    );
  }

  return (
    <LineField
      {...field}
      place={place}
      value={shown}
      onChange={change}
      onBlur={() => setTyped(null)}
      isWrong={read.why !== null}
      hint={read.why ?? (typed !== null || read.notes.length > 0 ? understood(read) : null)}
    />
  );
}

interface ReadTyped {
  readonly moment: string;
  readonly why: string | null;
  readonly notes: readonly string[];
}

function readTyped(text: string, context: TimeContext): ReadTyped {
  if (text.trim() === "") return { moment: "", why: null, notes: [] };
  const read = understandTime(text, context);
  if (read.kind === "not-understood") return { moment: "", why: read.why, notes: [] };
  const notes = read.warnings.map(({ sentence }) => sentence);
  if (readMoment(read.moment) === null) {
    return { moment: "", why: notes.join(" ") || "Say the zone too.", notes: [] };
  }
  return { moment: read.moment, why: null, notes };
}

function understood({ moment, notes }: ReadTyped) {
  if (moment === "") return null;
  return (
    <>
      <span className="font-mono">{moment.replaceAll("T", " ")}</span>
      {notes.map((note) => (
        <span key={note} className="block">
          {note}
        </span>
      ))}
    </>
  );
}
