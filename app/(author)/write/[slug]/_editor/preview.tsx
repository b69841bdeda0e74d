"use client";

import { useEffect, useState } from "react";

import { paths } from "#app/paths";

import { listUnder, textUnder, under } from "./answered";
import { useEditing } from "./editing";

interface Rendered {
  readonly html: string;
  readonly faults: readonly { readonly line: number; readonly message: string }[];
}

/** Quiet milliseconds after which it is drawn anew. */
const quiet = 350;

/** A text as readers would see it. The server makes the HTML, by the rules of every page. */
export function Preview({ markdown }: { markdown: string }) {
  const { store } = useEditing();
  const [rendered, setRendered] = useState<Rendered | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    async function draw() {
      const { sources } = store.draft.record;
      const next = await render({ markdown, sources }, stop.signal);
      if (next && !stop.signal.aborted) setRendered(next);
    }
    const timer = setTimeout(() => void draw(), quiet);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [markdown, store]);
  if (rendered === null) return <p className="ed-quiet ed-preview">The preview comes …</p>;
  return (
    <div className="ed-preview">
      {rendered.faults.map(({ line, message }) => (
        <p key={`${line} ${message}`} className="ed-hint">
          Line {line}: {message}
        </p>
      ))}
      <div className="prose story" dangerouslySetInnerHTML={{ __html: rendered.html }} />
    </div>
  );
}

interface Asked {
  readonly markdown: string;
  readonly sources: readonly { readonly id: string; readonly title: string }[];
}

/** The HTML of a text; null where it cannot be had, and what is shown stays. */
async function render({ markdown, sources }: Asked, signal: AbortSignal): Promise<Rendered | null> {
  try {
    const response = await fetch(paths.apiPreviews(), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ markdown, sources: sources.map(({ id, title }) => ({ id, title })) }),
      signal,
    });
    return response.ok ? renderedIn(await response.json()) : null;
  } catch {
    return null;
  }
}

function renderedIn(answer: unknown): Rendered {
  const faults = listUnder(answer, "faults").map((fault) => ({
    line: Number(under(fault, "line")),
    message: textUnder(fault, "message"),
  }));
  return { html: textUnder(answer, "html"), faults };
}
