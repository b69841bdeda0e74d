import { useEffect, useLayoutEffect, useRef, type RefObject } from "react";

import { paths } from "#app/paths";
import { readQuery, type Query } from "#knowledge/search/query";

import { boxIn } from "./use-question";

type Root = RefObject<HTMLElement | null>;

interface Followed {
  readonly link: Element;
  /** It turned the page of the list. */
  readonly isTurn: boolean;
}

interface Ways {
  readonly go: (query: Query) => void;
  /** For the form of the box, of which the box itself knows best what is in it. */
  readonly send: () => void;
}

/**
 * Follows the links and forms of the search without leaving the page; with a modifier key they do
 * what links do. When the answer takes the followed link away, the focus goes to the link that took
 * its place, else to where one would go on from.
 */
export function useLinks(root: Root, answer: unknown, { go, send }: Ways): void {
  const followed = useRef<Followed | null>(null);

  useEffect(() => {
    const element = root.current;
    const clicked = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      const parameters = link && isPlainClick(event) ? parametersOf(link) : null;
      if (!link || !parameters) return;
      event.preventDefault();
      followed.current = { link, isTurn: link.closest(".pagination") !== null };
      go(readQuery(parameters));
    };
    const sent = (event: SubmitEvent) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement)) return;
      event.preventDefault();
      if (form.contains(boxIn(root))) send();
      else go(readQuery(fieldsOf(form)));
    };
    element?.addEventListener("click", clicked);
    element?.addEventListener("submit", sent);
    return () => {
      element?.removeEventListener("click", clicked);
      element?.removeEventListener("submit", sent);
    };
  }, [root, go, send]);

  const shown = useRef(answer);
  useLayoutEffect(() => {
    if (shown.current === answer) return;
    shown.current = answer;
    if (!followed.current) return;
    const { link, isTurn } = followed.current;
    followed.current = null;
    if (isTurn) {
      resultsIn(root)?.focus({ preventScroll: true });
      resultsIn(root)?.scrollIntoView();
    } else if (document.activeElement === document.body) {
      successorOf(link, root)?.focus({ preventScroll: true });
    }
  });
}

function isPlainClick({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;
}

/** The question of a link to the search, in HTML or in a drawing; null for any other link. */
function parametersOf(link: Element): URLSearchParams | null {
  const address = new URL(link.getAttribute("href") ?? "", window.location.href);
  const isOwn = address.origin === window.location.origin && address.pathname === paths.search();
  return isOwn ? address.searchParams : null;
}

function fieldsOf(form: HTMLFormElement): URLSearchParams {
  const fields = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === "string" && value !== "" ? [[name, value]] : [],
  );
  return new URLSearchParams(fields);
}

function successorOf(link: Element, root: Root): HTMLElement | null {
  const stays = link.getAttribute("data-stay");
  const same =
    stays === null
      ? null
      : root.current?.querySelector<HTMLElement>(`[data-stay="${CSS.escape(stays)}"]`);
  return same ?? (link.matches(".filter-chip") ? boxIn(root) : resultsIn(root));
}

function resultsIn(root: Root): HTMLElement | null {
  return root.current?.querySelector<HTMLElement>("#results") ?? null;
}
