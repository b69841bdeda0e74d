"use client";

import { useEffect, useState } from "react";

import { paths } from "#app/paths";
import { documentOf, type Draft } from "#knowledge/review/draft";

import { listUnder, textsUnder, textUnder } from "./answered";
import { useEditing } from "./editing";

interface Reminded {
  readonly classes: readonly Reminder<{ name: string }>[];
  readonly incidents: readonly Reminder<{ title: string; classes: readonly string[] }>[];
}

/** Something that a text reminds of, with the words that do it. */
type Reminder<Of> = Of & { readonly slug: string; readonly words: readonly string[] };

/** Quiet milliseconds after which the question is asked again, and letters that it takes. */
const quiet = 2_500;
const fewestLetters = 60;
/** Characters of the text that are sent. */
const most = 20_000;

/** Has this happened before? Asked of what is written so far, while it is written. */
export function Reminders({ slug: own }: { slug: string }) {
  const reminded = useReminded();
  if (reminded === null) {
    return (
      <section aria-labelledby="ed-before">
        <h2 id="ed-before" className="label">
          Has this happened before?
        </h2>
        <p className="ed-quiet">Asked of what you write, once there are a few sentences.</p>
      </section>
    );
  }
  const { classes, incidents } = reminded;
  // What is published already would be most like itself.
  const others = incidents.filter(({ slug }) => slug !== own);
  return (
    <section aria-labelledby="ed-before">
      <h2 id="ed-before" className="label">
        Has this happened before?
      </h2>
      <Incidents incidents={others.slice(0, 4)} />
      {classes.length > 0 && (
        <>
          <h3 className="label mt-4">It sounds like</h3>
          <ul className="margin-list">
            {classes.slice(0, 4).map(({ slug, name, words }) => (
              <li key={slug}>
                <a href={paths.failureClass(slug)} target="_blank" rel="noreferrer">
                  {name}
                </a>
                <p>{words.slice(0, 4).join(", ")}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Incidents({ incidents }: Pick<Reminded, "incidents">) {
  if (incidents.length === 0) {
    return <p className="ed-quiet">Nothing like it yet; it looks again as you write.</p>;
  }
  return (
    <ul className="margin-list">
      {incidents.map(({ slug, title, words, classes }) => (
        <li key={slug}>
          <a href={paths.incident(slug)} target="_blank" rel="noreferrer">
            {title}
          </a>
          <p>{[...classes.slice(0, 2), ...words.slice(0, 3)].join(", ")}</p>
        </li>
      ))}
    </ul>
  );
}

function useReminded(): Reminded | null {
  const { store } = useEditing();
  const [reminded, setReminded] = useState<Reminded | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stop = new AbortController();
    let last = "";
    const ask = () => {
      const text = textOf(store.draft);
      if (text === last || text.length < fewestLetters) return;
      last = text;
      stop.abort();
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
  const common = (one: unknown) => ({
    slug: textUnder(one, "slug"),
    words: textsUnder(one, "words"),
  });
  return {
    classes: listUnder(answer, "classes").map((one) => ({
      ...common(one),
      name: textUnder(one, "name"),
    })),
    incidents: listUnder(answer, "incidents").map((one) => ({
      ...common(one),
      title: textUnder(one, "title"),
      classes: textsUnder(one, "classes"),
    })),
  };
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
  ]
    .filter((text) => text !== undefined && text.trim() !== "")
    .join("\n")
    .slice(0, most);
}
