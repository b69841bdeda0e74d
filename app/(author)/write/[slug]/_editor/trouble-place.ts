/** Where it is said what keeps the text from being saved. */
export const troubleId = "ed-trouble";

/** Leads there. */
export function focusTrouble(): void {
  document.getElementById(troubleId)?.focus();
}
