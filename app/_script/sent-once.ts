/** Milliseconds after which a form can be sent again on a page that is still there: it was stopped. */
const patience = 10_000;

/**
 * Lets a form that posts be sent once until its page is left: whoever presses its button twice, or
 * the key, means it once. Nothing is disabled, so that the button keeps the focus and its name.
 */
export function sendFormsOnce(): void {
  let sentAt = new WeakMap<HTMLFormElement, number>();
  // Behind whatever else listens on the page, so that what a script sends by itself is known.
  window.addEventListener("submit", (event) => {
    const { target: form } = event;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
    // Whose answer comes in a page of its own leaves this one, and may be asked again.
    if (form.method !== "post" || form.target === "_blank") return;
    const now = performance.now();
    if (now - (sentAt.get(form) ?? -patience) < patience) event.preventDefault();
    else sentAt.set(form, now);
  });
  // Back on a page that the browser has kept.
  window.addEventListener("pageshow", () => (sentAt = new WeakMap()));
}
