"use client";

import { useState, type KeyboardEvent, type ReactNode } from "react";

import { readMoment } from "#knowledge/incident/moment";
import { momentInZone } from "#knowledge/incident/moment-in-zone";
import type { TimeContext } from "#knowledge/incident/settled-point";
import { understandTime } from "#knowledge/incident/written-time";
import type { Zone } from "#knowledge/incident/written-zone";

import { useDraft, useEditing, withUnfinished } from "./editing";
import { LineField } from "./fields";
import { contextOfAnew } from "./time-contexts";
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
  /** What is wrong with the moment beside others of the record; null where nothing is. */
  readonly fault?: string | null;
  readonly placeholder?: string | undefined;
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLElement>) => void) | undefined;
}

/** What stands in the field while it is typed, and when the last key was pressed, in milliseconds. */
interface Typing {
  readonly typed: string | null;
  readonly typedAt?: number;
  /** The moment that stood there before. */
  readonly before?: string;
}

const notTyping: Typing = { typed: null };

/** What was typed and understood with a doubt: it is said as long as the field holds that moment. */
interface Doubt {
  readonly typed: string;
  readonly moment: string;
  readonly notes: readonly string[];
}

/**
 * A time as one types it, shown as it was understood, with what is doubtful about that. What cannot
 * be read stays as it was typed, beside the record.
 */
export function TimeField({ place, value, set, context, fault = null, ...field }: Props) {
  const { typed, doubt, shown, read, waits, put, change, leave } = useTyped({
    place,
    value,
    set,
    context,
  });
  const said = { typed, doubt: doubt?.moment === value ? doubt : null, zone: context.zone };
  return (
    <LineField
      {...field}
      className="ed-time"
      place={place}
      value={shown}
      onChange={change}
      onBlur={leave}
      isWrong={read.why !== null || waits || fault !== null}
      hint={
        waits ? (
          <Waiting read={read} zone={context.zone} take={() => put(shown, read)} />
        ) : (
          withFault(fault, hintOf(read, said))
        )
      }
    />
  );
}

/** What stands in the field, how it is read, and what becomes of what is typed into it. */
function useTyped({
  place,
  value,
  set,
  context,
}: Pick<Props, "place" | "value" | "set" | "context">) {
  const { store, zones } = useEditing();
  const unfinished = useDraft((draft) => draft.unfinished[place]);
  const [{ typed, typedAt, before = value }, setTyping] = useState<Typing>(notTyping);
  const [doubt, setDoubt] = useDoubt({ value, unfinished, isTyped: typed !== null, context });
  // A time that is typed anew is of the day that it had.
  const anew = contextOfAnew(before, context);
  const shown = typed ?? unfinished ?? value.replaceAll("T", " ");
  const read = readTyped(shown, { ...(typed === null ? context : anew), typedAt });

  function put(text: string, { moment, zone }: ReadTyped) {
    const left = text.trim() === "" || moment !== "" ? null : text;
    zones.note(place, moment, zone);
    store.edit(place, (draft) => withUnfinished(set(draft, moment), place, left));
  }

  function change(text: string) {
    const at = Date.now();
    setTyping({ typed: text, typedAt: at, before });
    const next = readTyped(text, { ...anew, now: at, typedAt: at });
    setDoubt(doubtIn(next, text));
    put(text, next);
  }

  const waits = typed === null && isWaiting(unfinished, read);
  const leave = () => setTyping(notTyping);
  return { typed, doubt, shown, read, waits, put, change, leave };
}

function withFault(fault: string | null, hint: ReactNode): ReactNode {
  if (fault === null) return hint;
  return (
    <>
      <span className="block">{fault}</span>
      {hint}
    </>
  );
}

/** Whether what could not be read when it was typed can be now. */
function isWaiting(unfinished: string | undefined, read: ReadTyped): boolean {
  return unfinished !== undefined && read.moment !== "";
}

/** What is lasting of it: where the entry stands among others is said as long as it stands so. */
function doubtIn({ moment, lasting }: ReadTyped, typed: string): Doubt | null {
  return moment === "" || lasting.length === 0 ? null : { typed, moment, notes: lasting };
}

interface Standing {
  readonly value: string;
  readonly unfinished: string | undefined;
  readonly isTyped: boolean;
  readonly context: TimeContext;
}

/** What was doubtful when a time was typed, or how one was understood that could be read only later. */
function useDoubt({ value, unfinished, isTyped, context }: Standing) {
  const [doubt, setDoubt] = useState<Doubt | null>(null);
  const [before, setBefore] = useState(unfinished);
  if (before !== unfinished) {
    setBefore(unfinished);
    const isSettled = before !== undefined && unfinished === undefined && !isTyped;
    const read = isSettled ? readTyped(before, context) : null;
    if (read?.moment === value) {
      setDoubt({ typed: before ?? "", moment: read.moment, notes: read.lasting });
    }
  }
  return [doubt, setDoubt] as const;
}

interface WaitingProps {
  readonly read: ReadTyped;
  readonly zone: Zone | undefined;
  readonly take: () => void;
}

/** A time that can be read now and was not when it was typed; it is in no record until one says so. */
function Waiting({ read, zone, take }: WaitingProps) {
  return (
    <>
      Not in the record yet. Now it reads as{" "}
      <span className="font-mono">{clocksOf(read.moment, zone)}</span>.{" "}
      <button type="button" className="ed-link" onClick={take}>
        Take it
      </button>
      {read.notes.map((note) => (
        <span key={note} className="block">
          {note}
        </span>
      ))}
    </>
  );
}

interface Said {
  readonly typed: string | null;
  readonly doubt: Doubt | null;
  /** The zone in which people compare it with their notes. */
  readonly zone: Zone | undefined;
}

/** A moment in the review's zone and in UTC; in UTC alone where that is the zone, or none was chosen. */
function clocksOf(moment: string, zone: Zone | undefined): string {
  const shown = zone === undefined ? null : momentInZone(moment, zone);
  // Where it does not fit into one line, the second begins with the sign.
  return shown?.replace(" = ", " =\u00a0") ?? moment.replaceAll("T", " ");
}

/**
 * Why it cannot be read; else the moment, and the doubts. In UTC it stands in the field, and is said
 * only while it is typed or doubtful.
 */
function hintOf(read: ReadTyped, said: Said) {
  return read.why ?? doubtsOf(read, said);
}

/** The moment, and the doubts: those of the typing, and of the moment. */
function doubtsOf({ moment, notes, zone: taken }: ReadTyped, { typed, doubt, zone }: Said) {
  const all = [...new Set([...(doubt?.notes ?? []), ...notes])];
  const isPlain = typed === null && doubt === null && all.length === 0;
  if (moment === "" || (isPlain && !isToBeShown(moment, zone))) return null;
  return (
    <>
      <span className="font-mono">{clocksOf(moment, zone)}</span>
      {typed === null ? typedAs(doubt) : inZone(taken)}
      {all.map((note) => (
        <span key={note} className="block">
          {note}
        </span>
      ))}
    </>
  );
}

/** Whether a moment is shown beside its field, where it stands in UTC and a span is cut off. */
function isToBeShown(moment: string, zone: Zone | undefined): boolean {
  return moment.includes("/") || (zone !== undefined && momentInZone(moment, zone) !== null);
}

function typedAs(doubt: Doubt | null): string {
  return doubt === null ? "" : `, typed as “${doubt.typed}”`;
}

function inZone(zone: Zone | null): string {
  return zone === null ? "" : `, as it names no zone: ${zone.name}`;
}

interface ReadTyped {
  readonly moment: string;
  readonly why: string | null;
  readonly notes: readonly string[];
  /** Those that are of what was typed, and not of what stands around it. */
  readonly lasting: readonly string[];
  /** The zone that was taken where none was written. */
  readonly zone: Zone | null;
}

const nothing: ReadTyped = { moment: "", why: null, notes: [], lasting: [], zone: null };

function readTyped(text: string, context: TimeContext): ReadTyped {
  if (text.trim() === "") return nothing;
  const read = understandTime(text, context);
  if (read.kind === "not-understood") return { ...nothing, why: read.why };
  const notes = read.warnings.map(({ sentence }) => sentence);
  if (readMoment(read.moment) === null) {
    return { ...nothing, why: notes.join(" ") || "Say the zone too." };
  }
  const zone = read.zone === "carried" ? (read.next.zoneBefore ?? null) : null;
  const lasting = read.warnings.flatMap(({ kind, sentence }) =>
    kind === "out-of-order" ? [] : sentence,
  );
  return { moment: read.moment, why: null, notes, lasting, zone };
}
