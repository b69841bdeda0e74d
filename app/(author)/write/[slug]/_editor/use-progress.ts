"use client";

import { useEffect, useSyncExternalStore } from "react";

import { passedOver, standingOf, type Progress, type Standing } from "#knowledge/review/stand";

import { useEditing } from "./editing";
import type { News } from "./progress-news";
import type { ProgressWatch } from "./progress-watch";
import { useSaveState } from "./save-status";

/** Milliseconds from one look at how far the document has come to the next, while the page is seen. */
const pause = 10_000;

/** Looks how far the document has come while the page is seen, and at once when it is seen again. */
export function useProgressWatch(): void {
  const { progress } = useEditing();
  useEffect(() => {
    const look = (anew: boolean) => {
      if (document.visibilityState === "visible") void progress.look({ anew });
    };
    // At once too: whoever else is here should be known before the first word.
    look(false);
    const timer = setInterval(() => look(false), pause);
    const seen = () => look(true);
    document.addEventListener("visibilitychange", seen);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [progress]);
}

export function useProgress(): Progress {
  return usePart((progress) => progress.progress);
}

export function useNews(): News | null {
  return usePart((progress) => progress.news);
}

/** Names of others who have the review open. */
export function useHere(): readonly string[] {
  return usePart((progress) => progress.here);
}

/** The number of the latest revision, as far as this page knows, and who saved it. */
export function useLatest(): Progress["latest"] {
  const { latest } = useProgress();
  const save = useSaveState();
  if (save.kind !== "saved" || save.revision <= latest.revision) return latest;
  return { revision: save.revision, by: save.by ?? "You" };
}

/** Where the document stands, with what was written here since. */
export function useStanding(): Standing {
  const { revision } = useLatest();
  return standingOf(useProgress(), revision);
}

/** The revision on which editors have to act although the text went on; null where it is the latest. */
export function usePassedOver(): number | null {
  const { revision } = useLatest();
  return passedOver(useProgress(), revision);
}

/**
 * How far what stands here has come: it waits for an editor's word, or has it, or readers see it, or
 * it was withdrawn. Nothing where the text has gone on since.
 */
export function useAsked(): "waiting" | "approved" | "published" | "withdrawn" | null {
  const { state, waiting, published } = useProgress();
  const save = useSaveState();
  if (state !== "draft" && state !== "waiting" && state !== "published") return "withdrawn";
  if (save.kind !== "saved") return null;
  if (published === save.revision) return "published";
  if (waiting?.revision !== save.revision) return null;
  return waiting.isApproved ? "approved" : "waiting";
}

/** What lies with editors of the review, whatever has been written since: their word, or publication. */
export function useLeft(): "approve" | "publish" | null {
  const { state, waiting, published } = useProgress();
  if (state !== "waiting" && state !== "published") return null;
  if (waiting === null || waiting.revision === published) return null;
  return waiting.isApproved ? "publish" : "approve";
}

function usePart<Part>(part: (progress: ProgressWatch) => Part): Part {
  const { progress } = useEditing();
  const read = () => part(progress);
  return useSyncExternalStore(progress.subscribe, read, read);
}
