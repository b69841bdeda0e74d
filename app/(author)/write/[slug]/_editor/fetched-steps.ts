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

/** Whether somebody is at it: has the focus in it, has typed or chosen something, or opened a step. */
export function isInUse(place: HTMLElement): boolean {
  const { activeElement } = document;
  const hasFocus = place.contains(activeElement) && activeElement?.id !== headingId;
  return hasFocus || changedIn(place).length > 0 || place.querySelector("details[open]") !== null;
}

/** Whoever was led to the heading stays there. */
export function isAtHeading(): boolean {
  return document.activeElement?.id === headingId;
}

export function focusHeading(place: HTMLElement): void {
  place.querySelector<HTMLElement>(`#${headingId}`)?.focus({ preventScroll: true });
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function fieldsIn(place: HTMLElement): Field[] {
  return [...place.querySelectorAll<Field>("textarea, select, input:not([type=hidden])")];
}

/** Fields in which something stands that the page did not bring. */
export function changedIn(place: HTMLElement): Field[] {
  return fieldsIn(place).filter((field) => valueOf(field) !== broughtIn(field));
}

function isTicked(field: Field): field is HTMLInputElement {
  return "checked" in field && (field.type === "checkbox" || field.type === "radio");
}

function valueOf(field: Field): string {
  return isTicked(field) ? String(field.checked) : field.value;
}

/** What stood in a field when the page came. */
function broughtIn(field: Field): string {
  if (isTicked(field)) return String(field.defaultChecked);
  if ("defaultValue" in field) return field.defaultValue;
  const options = [...field.options];
  return (options.findLast(({ defaultSelected }) => defaultSelected) ?? options[0])?.value ?? "";
}

/**
 * Whether a form that decides on a revision would become another one: what somebody is about to press
 * is not exchanged under their hand.
 */
export function isOtherDecision(earlier: HTMLElement, present: HTMLElement): boolean {
  const before = decisionsIn(earlier);
  return before !== "" && before !== decisionsIn(present);
}

function decisionsIn(place: HTMLElement): string {
  const revisions = [...place.querySelectorAll<HTMLInputElement>("input[name=revision]")];
  return revisions.map(({ form, value }) => `${form?.getAttribute("action")} ${value}`).join("\n");
}

/**
 * Takes what was typed or chosen in the earlier steps over into the present ones, and opens there what was
 * open; gives the texts for which there is no field any more.
 */
export function takeOver(earlier: HTMLElement, present: HTMLElement): readonly string[] {
  for (const { textContent } of earlier.querySelectorAll("details[open] > summary")) {
    const summaries = [...present.querySelectorAll("details > summary")];
    const same = summaries.find((one) => one.textContent === textContent);
    same?.parentElement?.setAttribute("open", "");
  }
  const fields = fieldsIn(present);
  return changedIn(earlier).flatMap((changed) => {
    const field = fields.find((one) => isFor(one, changed) && valueOf(one) === broughtIn(one));
    if (field !== undefined && isPut(field, changed)) return [];
    return isTicked(changed) ? [] : [spoken(changed)];
  });
}

/** Whether two fields ask for the same in the same form. */
function isFor(field: Field, earlier: Field): boolean {
  const actionOf = ({ form }: Field) => form?.getAttribute("action") ?? null;
  return field.name === earlier.name && actionOf(field) === actionOf(earlier);
}

/** Puts what stood in an earlier field into one; says whether it can stand there. */
function isPut(field: Field, earlier: Field): boolean {
  if (isTicked(field) && isTicked(earlier)) {
    field.checked = earlier.checked;
    return true;
  }
  field.value = earlier.value;
  return field.value === earlier.value;
}

function spoken(field: Field): string {
  const chosen = "selectedOptions" in field ? field.selectedOptions[0]?.textContent : null;
  return chosen?.trim() ?? field.value;
}
