import { longestWait } from "./sending";

/** Where the heading of what comes after writing stands; the head of the editor leads there. */
const headingId = "steps";

/** Fetches the page anew; gives what it says of the steps now, null where it cannot be had. */
export async function fetchSteps(address: string): Promise<HTMLElement | null> {
  try {
    const signal = AbortSignal.timeout(longestWait);
    const response = await fetch(address, { signal, cache: "no-store" });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    return page.getElementById(headingId)?.closest("section") ?? null;
  } catch {
    return null;
  }
}

/** Whether somebody is at it: has the focus in it, has typed something, or opened a step. */
export function isInUse(place: HTMLElement): boolean {
  const { activeElement } = document;
  const hasFocus = place.contains(activeElement) && activeElement?.id !== headingId;
  return hasFocus || typedIn(place).length > 0 || place.querySelector("details[open]") !== null;
}

/** Whoever was led to the heading stays there. */
export function isAtHeading(): boolean {
  return document.activeElement?.id === headingId;
}

export function focusHeading(place: HTMLElement): void {
  place.querySelector<HTMLElement>(`#${headingId}`)?.focus({ preventScroll: true });
}

type TextField = HTMLInputElement | HTMLTextAreaElement;

function textFields(place: HTMLElement): TextField[] {
  return [...place.querySelectorAll<TextField>("textarea, input:not([type=hidden])")];
}

/** Fields in which something stands that the page did not bring. */
function typedIn(place: HTMLElement): TextField[] {
  return textFields(place).filter(({ value, defaultValue }) => value !== defaultValue);
}

/**
 * Takes what was typed in the earlier steps over into the present ones, and opens there what was
 * open; gives the texts for which there is no field any more.
 */
export function takeOver(earlier: HTMLElement, present: HTMLElement): readonly string[] {
  for (const { textContent } of earlier.querySelectorAll("details[open] > summary")) {
    const summaries = [...present.querySelectorAll("details > summary")];
    const same = summaries.find((one) => one.textContent === textContent);
    same?.parentElement?.setAttribute("open", "");
  }
  const fields = textFields(present);
  return typedIn(earlier).flatMap(({ name, value }) => {
    const field = fields.find((one) => one.name === name && one.value === one.defaultValue);
    if (field === undefined) return [value];
    field.value = value;
    return [];
  });
}
