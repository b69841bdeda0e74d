"use client";

import { useEffect, useSyncExternalStore } from "react";

import type { CheckedDocument } from "#knowledge/language/check-document";
import { documentOf } from "#knowledge/review/draft";

import { useEditing, type Editing } from "./editing";
import { placedFindings, type PlacedFinding } from "./language-store";

/** Quiet milliseconds after which what was written is checked. */
const quiet = 400;

/** Checks the language of the draft as it is written, in a worker. */
export function useLanguageCheck(): void {
  const editing = useEditing();
  useEffect(() => keepChecking(editing), [editing]);
}

function keepChecking({
  store,
  language,
  addresses,
  organizations,
  people,
  authors,
  progress,
}: Editing): () => void {
  const address = process.env.LANGUAGE_SCRIPT;
  if (address === undefined) return () => undefined;
  const worker = new Worker(address, { type: "module" });
  const knownNames = organizations.flatMap(({ name, aka }) => [name, ...aka]);
  let asked = { turn: 0, draft: store.draft, document: documentOf(store.draft) };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: (() => void)[] = [];

  function ask() {
    const { draft } = store;
    asked = { turn: asked.turn + 1, draft, document: documentOf(draft) };
    const { parts } = people;
    const members = membersKnown(authors, progress);
    const { turn, document } = asked;
    const question = { turn, document, knownNames, parts, members };
    // A worker has no origin to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage(question);
  }

  worker.addEventListener("message", ({ data }) => {
    if (!isChecked(data)) return;
    // An answer to a text that has gone on would underline other words.
    if (data.turn !== asked.turn || asked.draft !== store.draft) return;
    const found = placedFindings(data, asked.document, asked.draft.story);
    addresses.learn(found);
    language.take(found, data.praise);
    for (const goOn of waiting) goOn();
    waiting = [];
  });
  language.checkBy(() => {
    const answered = new Promise<void>((resolve) => waiting.push(resolve));
    ask();
    return answered;
  });
  const askSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, quiet);
  };
  const stops = [store, people, progress].map((one) => one.subscribe(askSoon));
  ask();
  return () => {
    for (const stop of stops) stop();
    clearTimeout(timer);
    worker.terminate();
    language.checkBy(async () => {});
  };
}

/** Names of members that the page shows anyway: its authors, who else is here, who last assessed it. */
function membersKnown(
  authors: readonly string[],
  { here, progress }: Editing["progress"],
): string[] {
  return [...new Set([...authors, ...here, ...(progress.said ? [progress.said.by] : [])])];
}

// Our own script posts it, and nobody else can: that it is an answer is all there is to know.
function isChecked(posted: unknown): posted is CheckedDocument & { readonly turn: number } {
  return typeof posted === "object" && posted !== null && "turn" in posted && "findings" in posted;
}

/** The findings in one field. */
export function useFindings(place: string): readonly PlacedFinding[] {
  const { language } = useEditing();
  const read = () => language.at(place);
  return useSyncExternalStore(language.subscribe, read, read);
}

/** All findings, in the order of the document. */
export function useAllFindings(): readonly PlacedFinding[] {
  const { language } = useEditing();
  const read = () => language.all;
  return useSyncExternalStore(language.subscribe, read, read);
}

/** What the document does well, in figures. */
export function usePraise(): CheckedDocument["praise"] {
  const { language } = useEditing();
  const read = () => language.praise;
  return useSyncExternalStore(language.subscribe, read, read);
}
