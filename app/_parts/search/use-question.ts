import { useCallback, useEffect, useRef, useState, type RefObject } from "react";

import { readQuery, writeQuery, type Query } from "#knowledge/search/query";

import type { Parameters } from "./answer";
import { queryFrom, withWords } from "./asked";
import { addressAt } from "./place";

/** How long typing must rest before the question is put, in milliseconds. */
const rest = 120;

/** The element in which all of the search stands. */
type Root = RefObject<HTMLElement | null>;

/**
 * The question that the page asks, from its box, its links and the address, which it keeps true:
 * each link is a step that one can go back, and so is what was sent; typing changes the step one is
 * on.
 */
export function useQuestion(root: Root, initial: Parameters) {
  const [asked, setAsked] = useState<Parameters>(initial);
  // The filters that what is typed comes on top of. What is typed may hold filters of its own, which
  // go again when they are deleted, so those in use are not the ones to build on.
  const base = useRef<Query>(queryFrom(initial));
  const wasSent = useRef(false);
  const timer = useRef<number | undefined>(undefined);

  const put = useCallback((query: Query, isStep: boolean) => {
    window.clearTimeout(timer.current);
    keepAddress(query, isStep);
    setAsked(writeQuery(query));
  }, []);

  const settle = useCallback(
    (query: Query) => {
      base.current = query;
      const box = boxIn(root);
      if (box && box.value !== query.q) box.value = query.q;
    },
    [root],
  );

  /** Goes to a query as a link does. */
  const go = useCallback(
    (query: Query) => {
      wasSent.current = false;
      put(query, true);
      settle(query);
    },
    [put, settle],
  );

  const type = useCallback(() => {
    const query = withWords(base.current, boxIn(root)?.value ?? "");
    if (isHere(query)) return;
    put(query, wasSent.current);
    wasSent.current = false;
  }, [root, put]);

  /** Takes what stands in the box as it is meant: filters in it become filters. */
  const send = useCallback(() => {
    type();
    settle(withWords(base.current, boxIn(root)?.value ?? ""));
    wasSent.current = true;
  }, [root, type, settle]);

  useEffect(() => {
    const element = root.current;
    const typed = (event: Event) => {
      if (event.target !== boxIn(root)) return;
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(type, rest);
    };
    const returned = () => {
      const query = readQuery(new URLSearchParams(window.location.search));
      put(query, false);
      settle(query);
    };
    element?.addEventListener("input", typed);
    window.addEventListener("popstate", returned);
    // What was typed before the page came to life.
    if (boxIn(root)?.value !== base.current.q) type();
    return () => {
      window.clearTimeout(timer.current);
      element?.removeEventListener("input", typed);
      window.removeEventListener("popstate", returned);
    };
  }, [root, put, type, settle]);

  return { asked, go, send };
}

function keepAddress(query: Query, isStep: boolean): void {
  if (isHere(query)) return;
  const address = addressAt("search", query);
  if (isStep) window.history.pushState(null, "", address);
  else window.history.replaceState(null, "", address);
}

/** Whether the address in the address bar is that of a query. */
function isHere(query: Query): boolean {
  return addressAt("search", query) === window.location.pathname + window.location.search;
}

/** The box for words. */
export function boxIn(root: Root): HTMLInputElement | null {
  return root.current?.querySelector<HTMLInputElement>("input[name=q]") ?? null;
}
