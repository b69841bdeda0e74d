"use client";

import { useCallback, useEffect, useRef, useState, type ReactNode, type RefObject } from "react";

import { paths } from "#app/paths";
import type { Progress } from "#knowledge/review/stand";

import { Happened, LookAgain } from "./news";
import {
  fetchSteps,
  focusHeading,
  isAtHeading,
  isInUse,
  isOtherDecision,
  takeOver,
} from "./fetched-steps";
import { useProgress } from "./use-progress";
import { useUnsentWords } from "./use-unsent-words";

interface Props {
  readonly slug: string;
  /** The steps as they stood when the page was made. */
  readonly children: ReactNode;
}

/**
 * What comes after writing, as it stands: made anew by the server when editors or others have gone on,
 * and put in place unless somebody is at it.
 */
export function PresentSteps({ slug, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const { put, newer, isUnknown, unplaced, show, showIfLeft } = useSteps(slug, place);
  useUnsentWords(place);
  return (
    <>
      {(newer !== null || isUnknown) && (
        <div className="page pb-0">
          <p className="notice ed-word">
            What stands below has changed since it was shown. <Happened />{" "}
            {newer === null ? (
              <LookAgain />
            ) : (
              <button
                type="button"
                className="btn"
                onClick={() => show(newer, { toHeading: true })}
              >
                Show it as it stands
              </button>
            )}
          </p>
        </div>
      )}
      {unplaced.length > 0 && (
        <div className="page pb-0">
          <p className="notice ed-word">
            There is no field any more for what you had typed below: “{unplaced.join("” and “")}”
          </p>
        </div>
      )}
      {/* Whoever leaves it without having typed anything is shown what stands now. */}
      <div ref={place} className="contents" onBlur={() => setTimeout(showIfLeft)}>
        {put === null ? children : <Put steps={put} />}
      </div>
    </>
  );
}

/** Steps that the server made, which no other part of the page changes. */
function Put({ steps }: { readonly steps: Shown }) {
  const insert = useCallback(
    (within: HTMLDivElement | null) => {
      within?.replaceChildren(steps.section);
      if (within && steps.toHeading) focusHeading(within);
    },
    [steps],
  );
  return <div className="contents" ref={insert} />;
}

interface Shown {
  readonly section: HTMLElement;
  /** The heading takes the focus. */
  readonly toHeading: boolean;
}

function useSteps(slug: string, place: RefObject<HTMLDivElement | null>) {
  const [put, setPut] = useState<Shown | null>(null);
  const [newer, setNewer] = useState<HTMLElement | null>(null);
  const [isUnknown, setUnknown] = useState(false);
  const [unplaced, setUnplaced] = useState<readonly string[]>([]);

  function show(section: HTMLElement, { toHeading = isAtHeading() } = {}) {
    // Who leaves the steps by pressing the button would be shown them twice.
    if (place.current === null || place.current.contains(section)) return;
    const lost = takeOver(place.current, section);
    setUnplaced((before) => [...before, ...lost]);
    setPut({ section, toHeading });
    setNewer(null);
  }

  function offer(section: HTMLElement | null) {
    setUnknown(section === null);
    if (section === null || place.current === null) return;
    const isAtHand = isInUse(place.current) || isOtherDecision(place.current, section);
    if (isAtHand) setNewer(section);
    else show(section);
  }

  useStepsAnew(slug, offer);
  const showIfLeft = () => {
    const { current } = place;
    if (newer === null || current === null || isInUse(current)) return;
    if (!isOtherDecision(current, newer)) show(newer);
  };
  return { put, newer, isUnknown, unplaced, show, showIfLeft };
}

/** Fetches the steps whenever the review has come further than those that were fetched last. */
function useStepsAnew(slug: string, offer: (section: HTMLElement | null) => void): void {
  const progress = useProgress();
  const known = useRef(keyOf(progress));
  const isFetching = useRef(false);
  useEffect(() => {
    const key = keyOf(progress);
    if (key === known.current || isFetching.current) return;
    const fetchThem = async () => {
      isFetching.current = true;
      const section = await fetchSteps(paths.review(slug));
      isFetching.current = false;
      // What cannot be had is asked for again at the next look.
      if (section !== null) known.current = key;
      offer(section);
    };
    void fetchThem();
  }, [progress, slug, offer]);
}

/** All that the steps say of a review's progress. */
function keyOf(progress: Progress): string {
  const { state, waiting, published, latest, said } = progress;
  return JSON.stringify([state, waiting, published, latest, said]);
}
