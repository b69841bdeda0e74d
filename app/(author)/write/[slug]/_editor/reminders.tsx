"use client";

import { useEffect, useState } from "react";

import { paths } from "#app/paths";
import { listUnder, textsUnder, textUnder } from "./answered";
import { useEditing } from "./editing";
import { type Answered, RepeatedQuestion } from "./repeated-question";
import { SearchWithAll } from "./search-with-all";
import { textOf } from "./text-so-far";

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

/** Fewest letters of which it is asked. */
const fewestLetters = 6;
/** How many classes are shown, and how many incidents. */
const shown = 4;

/** Has this happened before? Asked of what is written so far, while it is written. */
export function Reminders({ reminded }: { readonly reminded: Reminded | null }) {
  return (
    <section aria-labelledby="ed-before">
      <h2 id="ed-before" className="label" tabIndex={-1}>
        Has this happened before?
      </h2>
      {reminded === null ? (
        <p className="ed-quiet">A title is enough to look for it; more text finds more.</p>
      ) : (
        <>
          <Found reminded={reminded} />
          <SearchWithAll />
        </>
      )}
    </section>
  );
}

/** How many incidents and classes are shown; none where nobody was asked yet. */
export function countOf(reminded: Reminded | null): number {
  if (reminded === null) return 0;
  return Math.min(reminded.incidents.length, shown) + Math.min(reminded.classes.length, shown);
}

function Found({ reminded: { classes, incidents } }: { reminded: Reminded }) {
  if (classes.length + incidents.length === 0) {
    return (
      <p className="ed-quiet">
        Nothing published is like it by more than a word or two. It looks again as you write.
      </p>
    );
  }
  return (
    <>
      <Listed reminders={incidents} pathOf={paths.incident} />
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
export function useReminded(slug: string): Reminded | null {
  const { store } = useEditing();
  const [reminded, setReminded] = useState<Reminded | null>(null);
  useEffect(() => {
    const question = new RepeatedQuestion<Reminded>({
      text: () => enoughOf(textOf(store.draft)),
      ask: (text, signal) => remindedOf({ text, slug }, signal),
      tell: setReminded,
    });
    const unsubscribe = store.subscribe(() => {
      // Whoever writes there asks there.
      if (store.changedBy !== "others") question.change();
    });
    void question.ask();
    return () => {
      unsubscribe();
      question.end();
    };
  }, [store, slug]);
  return reminded;
}

function enoughOf(text: string): string | null {
  return text.length < fewestLetters ? null : text;
}

interface Question {
  readonly text: string;
  /** Of the document that the text is of, which is left out where it is published already. */
  readonly slug: string;
}

/** What a text reminds of. Who is asked too often, or cannot be reached, may be asked later. */
async function remindedOf(question: Question, signal: AbortSignal): Promise<Answered<Reminded>> {
  try {
    const response = await fetch(paths.apiLikenesses(), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(question),
      signal,
    });
    if (response.ok) return { kind: "answered", answer: remindedIn(await response.json()) };
    const isForGood = response.status < 500 && response.status !== 429;
    return { kind: isForGood ? "refused" : "unanswered" };
  } catch {
    return { kind: "unanswered" };
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
