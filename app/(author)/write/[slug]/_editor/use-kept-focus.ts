"use client";

import { useEffect } from "react";

import { useEditing } from "./editing";

const focusable =
  "a[href], button:not(:disabled), input:not(:disabled, [type=file]), select, textarea, summary, [contenteditable=true]";

/** Where an element stood: below each element around it, from the nearest, the position on the way. */
interface Stand {
  readonly element: Element;
  readonly around: readonly { readonly within: Element; readonly nth: number }[];
}

/**
 * Whoever uses no mouse is never left nowhere: when what had the focus is gone, such as a row that
 * was removed or a question that was answered, the focus goes to what stands in its place.
 */
export function useKeptFocus(): void {
  const { store, saver } = useEditing();
  useEffect(() => {
    let stand: Stand | null = null;
    const remember = ({ target }: FocusEvent) => {
      stand = target instanceof Element ? standOf(target) : null;
    };
    // What is removed goes with the next drawing, and what is disabled loses the focus after it.
    const look = () =>
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (stand !== null && isLost(stand.element)) successorOf(stand)?.focus();
        }),
      );
    const stops = [store.subscribe(look), saver.subscribe(look)];
    document.addEventListener("focusin", remember);
    for (const event of ["click", "keydown"]) document.addEventListener(event, look);
    return () => {
      document.removeEventListener("focusin", remember);
      for (const event of ["click", "keydown"]) document.removeEventListener(event, look);
      for (const stop of stops) stop();
    };
  }, [store, saver]);
}

function isLost(element: Element): boolean {
  const { activeElement } = document;
  const isNowhere = activeElement === null || activeElement === document.body;
  if (!isNowhere) return activeElement === element && element.matches(":disabled");
  return !element.isConnected || element.matches(":disabled");
}

function standOf(element: Element): Stand {
  const around: { within: Element; nth: number }[] = [];
  let child = element;
  for (let within = child.parentElement; within !== null; within = within.parentElement) {
    around.push({ within, nth: Array.prototype.indexOf.call(within.children, child) });
    child = within;
  }
  return { element, around };
}

function successorOf({ around }: Stand): HTMLElement | null {
  for (const { within, nth } of around) {
    if (!within.isConnected) continue;
    const inPlace = [within.children[nth], within.children[nth - 1]].flatMap(reachableIn);
    const [next] = inPlace.length > 0 ? inPlace : reachableIn(within);
    if (next) return next;
  }
  return null;
}

function reachableIn(element: Element | undefined): HTMLElement[] {
  if (!element) return [];
  const inside = [...element.querySelectorAll<HTMLElement>(focusable)];
  const all = element instanceof HTMLElement && element.matches(focusable) ? [element] : [];
  return [...all, ...inside].filter((one) => one.checkVisibility());
}
