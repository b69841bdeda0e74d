"use client";

import { useEffect, useSyncExternalStore } from "react";

import type { Progress } from "#knowledge/review/stand";

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

/**
 * What lies with editors of what stands here: it waits for their word, or has it. Nothing where the
 * text has gone on since it was asked for.
 */
export function useAsked(): "waiting" | "approved" | null {
  const { waiting } = useProgress();
  const save = useSaveState();
  if (save.kind !== "saved" || waiting?.revision !== save.revision) return null;
  return waiting.isApproved ? "approved" : "waiting";
}

function usePart<Part>(part: (progress: ProgressWatch) => Part): Part {
  const { progress } = useEditing();
  const read = () => part(progress);
  return useSyncExternalStore(progress.subscribe, read, read);
}
