"use client";

import { useId, useRef, useState, type ClipboardEvent, type ReactNode } from "react";

import type { TimeContext } from "#knowledge/incident/settled-point";
import { contextBelow } from "#knowledge/incident/time-context";
import { displacedIn, displacedInWords } from "#knowledge/incident/timeline-order";

import { documentOf } from "#knowledge/review/draft";
import type { PastedRow } from "#knowledge/review/post-mortem/pasted-rows";

import { useEditing } from "./editing";
import { focusRow } from "./rows";

interface Props {
  /** What times are read with that do not say it all. */
  readonly time: TimeContext;
  /** The entries that there are. */
  readonly children: ReactNode;
}

/** Makes entries of a table, a list or a chat that is pasted into one of them, or into a box below. */
export function PasteRows({ time, children }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const [told, setTold] = useState<readonly string[]>([]);
  const { add } = useAdding(time);

  function paste(event: ClipboardEvent<HTMLElement>) {
    const text = event.clipboardData.getData("text/plain");
    const field = event.target;
    if (!mayBeRows(text) || !isField(field)) return;
    const entry = field.closest(".ed-row");
    const entries = [...(root.current?.querySelectorAll(".ed-row") ?? [])];
    const position = entry === null ? -1 : entries.indexOf(entry);
    if (position < 0) return;
    event.preventDefault();
    void addBehind(position, text, field);
  }

  async function addBehind(position: number, text: string, field: Field) {
    // Without the network the reader may not come; what was pasted is then words like others.
    const added = await add(text, { position, fewest: 2 }).catch(() => null);
    setTold(added?.told ?? []);
    if (added === null) pasteInto(field, text);
    else focusRow(root.current?.querySelector(".ed-rows") ?? null, added.from);
  }

  return (
    <div ref={root} onPaste={paste}>
      {children}
      <PasteBox
        add={async (text) => {
          if (text.length > longest) {
            setTold(tooLong);
            return false;
          }
          const added = await add(text, { position: null, fewest: 1 }).catch(() => "unread");
          if (typeof added === "object") setTold(added?.told ?? nothing);
          else setTold(unreachable);
          return typeof added === "object" && added !== null;
        }}
      />
      <output className="ed-pasted">
        {told.map((sentence) => (
          <span key={sentence} className="block">
            {sentence}
          </span>
        ))}
      </output>
    </div>
  );
}

function PasteBox({ add }: { add: (text: string) => Promise<boolean> }) {
  const id = useId();

  async function submit(form: HTMLFormElement) {
    const text = new FormData(form).get("rows");
    if (typeof text !== "string" || text.trim() === "") return;
    if (await add(text)) form.reset();
  }

  return (
    <details className="ed-paste">
      <summary>Paste several entries</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit(event.currentTarget);
        }}
      >
        <label htmlFor={id}>A table, a list or a chat, a time in each line</label>
        <textarea id={id} name="rows" className="ed-input" rows={6} />
        <button type="submit" className="btn">
          Add them to the timeline
        </button>
      </form>
    </details>
  );
}

/** Texts of more letters are not read: it happens in the page, which stands still meanwhile. */
const longest = 200_000;

interface Adding {
  /** The entry behind which they go, or in whose place where it is empty; null for the end. */
  readonly position: number | null;
  /** With fewer entries than this it is no list of entries, and nothing is added. */
  readonly fewest: number;
}

/** Adds entries to the timeline; gives where they begin and what is to be said of them. */
function useAdding(time: TimeContext) {
  const { store, people, zones } = useEditing();

  async function add(text: string, { position, fewest }: Adding) {
    const pasting = await import("./pasted-timeline");
    const { timeline } = store.draft.record;
    const above = timeline.slice(0, position ?? timeline.length).map(({ at }) => at);
    const context = { ...contextBelow(above, time), now: Date.now() };
    const letters = pasting.givenLetters(documentOf(store.draft));
    const read = pasting.readPaste(text, context, { parts: people.parts, letters });
    const { rows } = read;
    if (rows.length < fewest || (fewest > 1 && !rows.some(({ at }) => at !== null))) return null;
    const newId = () => store.newId();
    const { draft, from, ids } = pasting.withPastedEntries(store.draft, rows, { position, newId });
    for (const [nth, { at, zone }] of rows.entries()) {
      zones.note(`timeline.${ids[nth]}.at`, at ?? "", zone);
    }
    store.edit("timeline.pasted", () => draft);
    store.nameRows(true);
    people.add(read.people);
    const aside = [
      pasting.partsInWords(read.people),
      pasting.systemsInWords(read.systems),
      pasting.leftOutInWords(read.leftOut),
    ];
    const order = orderInWords(timeline, draft.record.timeline);
    return { from, told: [...inWords(rows), order, ...aside].filter((one) => one !== null) };
  }

  return { add };
}

// Two lines with something in them that looks like a time are worth a closer look.
function mayBeRows(text: string): boolean {
  if (text.length > longest) return false;
  const timed = /\d{1,2}[:.h]\d{2}|\d ?[ap]\.?m\b|\d{4}-\d{2}|\bT ?\+ ?\d/i;
  return text.split("\n").filter((line) => timed.test(line)).length >= 2;
}

/** What was made of a paste: how many entries, and what was concluded about which. */
function inWords(rows: readonly PastedRow[]): string[] {
  const entries = rows.length === 1 ? "1 entry was" : `${rows.length} entries were`;
  const without = rows.filter(({ at }) => at === null).length;
  const timeless = without === 0 ? "" : ` ${without} of them without a time that can be read.`;
  const about = new Map<string, number[]>();
  for (const [at, { warnings }] of rows.entries()) {
    for (const { kind, sentence } of warnings) {
      if (kind === "unreadable-time") continue;
      about.set(sentence, [...(about.get(sentence) ?? []), at + 1]);
    }
  }
  return [
    `${entries} added.${timeless}`,
    ...[...about].map(([sentence, which]) => `${nameOf(which, rows.length)}: ${sentence}`),
  ];
}

/** That entries stand out of the order of time for what was added; null where none does. */
function orderInWords(...timelines: readonly (readonly { readonly at: string }[])[]) {
  const [before = 0, now = 0] = timelines.map(
    (timeline) => displacedIn(timeline.map(({ at }) => at)).length,
  );
  if (now <= before) return null;
  return `They stand as they were pasted, and ${displacedInWords(now)}: “Put in order of time”, above the timeline, moves them.`;
}

function nameOf(which: readonly number[], of: number): string {
  if (which.length === of) return "All";
  return `${which.length === 1 ? "Entry" : "Entries"} ${which.join(", ")} of them`;
}

const nothing = ["Nothing was found in it that could be an entry."];
const tooLong = [
  `It is too long for a timeline: at most ${longest / 1_000} thousand letters are read. Nothing of it was taken; paste a part of it.`,
];
const unreachable = ["What reads such texts could not be fetched. Try again with the network."];

type Field = HTMLInputElement | HTMLTextAreaElement;

function isField(target: EventTarget): target is Field {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/** Pastes what is no list of entries after all into the field, as the browser would have. */
function pasteInto(field: Field, text: string) {
  const line = field instanceof HTMLInputElement ? text.replaceAll(/\s*\n\s*/g, " ") : text;
  field.setRangeText(line, field.selectionStart ?? 0, field.selectionEnd ?? 0, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
