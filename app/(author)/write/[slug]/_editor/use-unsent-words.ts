import { useEffect, type RefObject } from "react";

import { changedIn } from "./fetched-steps";

/** A browser asks before it leaves a page whose steps hold words that were not sent: nothing keeps them. */
export function useUnsentWords(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let isSending = false;
    const sent = ({ target }: SubmitEvent) => {
      if (target instanceof Node && place.current?.contains(target)) isSending = true;
    };
    // Whoever comes back to the page as it was has not sent what they type there then.
    const shown = () => (isSending = false);
    const ask = (event: BeforeUnloadEvent) => {
      const hasWords = place.current !== null && changedIn(place.current).length > 0;
      if (hasWords && !isSending) event.preventDefault();
    };
    document.addEventListener("submit", sent);
    globalThis.addEventListener("pageshow", shown);
    globalThis.addEventListener("beforeunload", ask);
    return () => {
      document.removeEventListener("submit", sent);
      globalThis.removeEventListener("pageshow", shown);
      globalThis.removeEventListener("beforeunload", ask);
    };
  }, [place]);
}
