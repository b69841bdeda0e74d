import { useEffect, type RefObject } from "react";

import { changedIn } from "./fetched-steps";

/** A browser asks before it leaves a page whose steps hold words that were not sent: nothing keeps them. */
export function useUnsentWords(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let isSending = false;
    const isWithin = (target: EventTarget | null) =>
      target instanceof Node && place.current?.contains(target) === true;
    const ask = (event: BeforeUnloadEvent) => {
      const hasWords = place.current !== null && changedIn(place.current).length > 0;
      if (hasWords && !isSending) event.preventDefault();
    };
    const sent = ({ target }: SubmitEvent) => {
      if (isWithin(target)) isSending = true;
    };
    // Not before something is typed: some browsers keep no page for coming back that may ask.
    const typed = ({ target }: Event) => {
      if (!isWithin(target)) return;
      isSending = false;
      globalThis.addEventListener("beforeunload", ask);
    };
    document.addEventListener("submit", sent);
    document.addEventListener("input", typed);
    return () => {
      document.removeEventListener("submit", sent);
      document.removeEventListener("input", typed);
      globalThis.removeEventListener("beforeunload", ask);
    };
  }, [place]);
}
