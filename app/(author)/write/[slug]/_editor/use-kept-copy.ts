"use client";

import { useEffect, useState } from "react";

import { BrowserCopies } from "./browser-copy";
import type { DraftStore } from "./draft-store";
import { useEditing } from "./editing";
import { keepConflicts } from "./kept-conflicts";
import type { Saver } from "./saver";

/** Milliseconds after a key within which the text is kept in this browser. */
const soon = 300;

interface Of {
  readonly review: string;
  readonly account: string;
}

/**
 * Keeps in this browser what the server does not have yet, and takes up what an earlier visit left
 * behind. Gives what is said of that.
 */
export function useKeptCopy({ review, account }: Of): string | null {
  const { store, saver } = useEditing();
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    const copies = new BrowserCopies({ review, account });
    const stop = keepCopies(copies, store, saver);
    // A browser that keeps nothing says so when the text is not saved.
    takeUp(copies, store, saver).then(setSaid, () => undefined);
    return stop;
  }, [store, saver, review, account]);
  useEffect(() => leaveWithCare(saver), [saver]);
  useEffect(() => keepConflicts(saver, { review, account }), [saver, review, account]);
  return said;
}

function keepCopies(copies: BrowserCopies, store: DraftStore, saver: Saver): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<void> = Promise.resolve();
  const then = (work: () => Promise<void>) => {
    last = last.then(work).catch(() => undefined);
  };
  const keep = () => {
    clearTimeout(timer);
    timer = undefined;
    then(() => (saver.isUnsaved ? copies.keep(store.draft, saver.base) : copies.forget()));
  };
  const hidden = () => {
    if (timer !== undefined && document.visibilityState === "hidden") keep();
  };
  document.addEventListener("visibilitychange", hidden);
  const stops = [
    () => document.removeEventListener("visibilitychange", hidden),
    store.subscribe(() => {
      timer ??= setTimeout(keep, soon);
    }),
    saver.subscribe(() => {
      if (saver.state.kind === "saved" && !saver.isUnsaved) keep();
    }),
  ];
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}

/** Puts what was left behind on top of what the server has; both are merged where both went on. */
async function takeUp(
  copies: BrowserCopies,
  store: DraftStore,
  saver: Saver,
): Promise<string | null> {
  const left = await copies.leftBehind();
  if (left.length === 0) return null;
  const [{ onTop }, { merging }] = await Promise.all([
    import("./left-behind"),
    import("./others-save"),
  ]);
  let newest: number | null = null;
  for (const copy of left) {
    const merged = onTop(copy, store.draft, store.usedIds);
    if (merged !== null) {
      store.replace(merged.draft);
      saver.showConflicts(merged.conflicts, merging);
      saver.markUnsaved();
      newest = copy.at;
    }
    await copies.keep(store.draft, saver.base);
    await copies.forgetOne(copy.key);
  }
  if (newest === null) return null;
  const at = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", dateStyle: "long" });
  return `This browser still had what you wrote until ${at.format(newest)} and the server did not. It is back; undo takes it away again.`;
}

/** Sends what is unsaved when the page goes away, or before a form of it is sent that leads elsewhere. */
function leaveWithCare(saver: Saver): () => void {
  const hide = () => {
    if (document.visibilityState === "hidden" && saver.isUnsaved) void saver.flush();
  };
  const online = () => saver.tryAgain();
  const submit = (event: SubmitEvent) => sendFirst(saver, event);
  document.addEventListener("visibilitychange", hide);
  document.addEventListener("submit", submit, { capture: true });
  globalThis.addEventListener("online", online);
  return () => {
    document.removeEventListener("visibilitychange", hide);
    document.removeEventListener("submit", submit, { capture: true });
    globalThis.removeEventListener("online", online);
  };
}

/** Forms that have waited. */
const waited = new WeakSet<HTMLFormElement>();

/** Lets a form wait until what is written is saved, or cannot be: then this browser keeps it. */
function sendFirst(saver: Saver, event: SubmitEvent): void {
  const { target: form, submitter } = event;
  if (!(form instanceof HTMLFormElement) || form.method !== "post") return;
  const hasWaited = waited.delete(form);
  if (hasWaited || !saver.isUnsaved) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  void sendAfter(saver, form, submitter);
}

async function sendAfter(saver: Saver, form: HTMLFormElement, by: HTMLElement | null) {
  form.setAttribute("aria-busy", "true");
  try {
    await saver.flush();
  } finally {
    form.removeAttribute("aria-busy");
    // What became of the review meanwhile may have put another form in its place.
    if (form.isConnected) {
      waited.add(form);
      form.requestSubmit(by !== null && form.contains(by) ? by : null);
    }
  }
}
