"use client";

import { useEffect, useState } from "react";

import { paths } from "#app/paths";
import { documentOf, type Draft } from "#knowledge/review/draft";

import { listUnder, textsUnder, textUnder } from "./answered";
import { useEditing } from "./editing";

/** What a text reminds of. */
export interface Reminded {
  readonly classes: readonly Reminder[];
  readonly incidents: readonly Reminder[];
}

/** A class or an incident that a text reminds of, and why. */
interface Reminder {
  readonly slug: string;
  readonly called: string;
  /** Sentences, or parts of one. */
  readonly reasons: readonly string[];
}

/** Quiet milliseconds after which the question is asked again, and letters that it takes. */
const quiet = 1_000;
const fewestLetters = 6;
/** Characters of the text that are sent. */
const most = 20_000;
/** How many classes are shown, and how many incidents. */
const shown = 4;

interface Props {
  readonly slug: string;
  /** Null where nobody was asked yet. */
  readonly reminded: Reminded | null;
}

/** Has this happened before? Asked of what is written so far, while it is written. */
export function Reminders({ slug: own, reminded }: Props) {
  return (
    <section aria-labelledby="ed-before">
      <h2 id="ed-before" className="label" tabIndex={-1}>
        Has this happened before?
      </h2>
      {reminded === null ? (
        <p className="ed-quiet">A title is enough to look for it; more text finds more.</p>
      ) : (
        <Found reminded={reminded} own={own} />
      )}
    </section>
  );
}

/** How many incidents and classes are shown to who writes this one. */
export function countOf({ slug: own, reminded }: Props): number {
  if (reminded === null) return 0;
  const others = reminded.incidents.filter(({ slug }) => slug !== own);
  return Math.min(others.length, shown) + Math.min(reminded.classes.length, shown);
}

function Found({ reminded: { classes, incidents }, own }: { reminded: Reminded; own: string }) {
  // What is published already would be most like itself.
  const others = incidents.filter(({ slug }) => slug !== own);
  if (classes.length + others.length === 0) {
    return (
      <p className="ed-quiet">
        Nothing published is like it by more than a word or two. It looks again as you write.
      </p>
    );
  }
  return (
    <>
      <Listed reminders={others} pathOf={paths.incident} />
      {classes.length > 0 && <h3 className="label mt-4">It sounds like</h3>}
      <Listed reminders={classes} pathOf={paths.failureClass} />
    </>
  );
}

interface ListedProps {
  readonly reminders: readonly Reminder[];
  readonly pathOf: (slug: string) => string;
}

function Listed({ reminders, pathOf }: ListedProps) {
  if (reminders.length === 0) return null;
  return (
    <ul className="margin-list">
      {reminders.slice(0, shown).map(({ slug, called, reasons }) => (
        <li key={slug}>
          <a href={pathOf(slug)} target="_blank" rel="noreferrer">
            {called}
          </a>
          {reasons.map((reason) => (
            <p key={reason}>{reason}</p>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** What the text reminds of, looked for as it is written. */
export function useReminded(): Reminded | null {
  const { store } = useEditing();
  const [reminded, setReminded] = useState<Reminded | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stop = new AbortController();
    let last = "";
    const ask = () => {
      const text = textOf(store.draft);
      if (text === last) return;
      last = text;
      stop.abort();
      if (text.length < fewestLetters) {
        setReminded(null);
        return;
      }
      stop = new AbortController();
      void remindedOf(text, stop.signal).then((found) => found && setReminded(found));
    };
    const unsubscribe = store.subscribe(() => {
      // Whoever writes there asks there.
      if (store.changedBy === "others") return;
      clearTimeout(timer);
      timer = setTimeout(ask, quiet);
    });
    ask();
    return () => {
      unsubscribe();
      clearTimeout(timer);
      stop.abort();
    };
  }, [store]);
  return reminded;
}

/** What a text reminds of; null where it cannot be asked, and what is shown stays. */
async function remindedOf(text: string, signal: AbortSignal): Promise<Reminded | null> {
  try {
    const response = await fetch(paths.apiLikenesses(), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ text }),
      signal,
    });
    return response.ok ? remindedIn(await response.json()) : null;
  } catch {
    return null;
  }
}

function remindedIn(answer: unknown): Reminded {
  const listed = (key: string, called: string) =>
    listUnder(answer, key).map((one) => ({
      slug: textUnder(one, "slug"),
      called: textUnder(one, called),
      reasons: textsUnder(one, "reasons"),
    }));
  return { classes: listed("classes", "name"), incidents: listed("incidents", "title") };
}

/** What somebody has written: the headings are the template's, and every review has them. */
function textOf(draft: Draft): string {
  const { record } = documentOf(draft);
  return [
    record.title,
    record.summary,
    record.detection,
    ...record.factors.flatMap(({ statement, detail }) => [statement, detail]),
    ...record.timeline.map(({ text }) => text),
    ...draft.story.map(({ body }) => body),
    ...record.organization,
    ...record.products,
  ]
    .filter((text) => text !== undefined && text.trim() !== "")
    .join("\n")
    .slice(0, most);
}
