/** Makes an element with a class and what stands in it; texts are texts, never markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (className !== "") made.className = className;
  made.append(...children);
  return made;
}

/** A place from which a screen reader tells what is written into it. */
export class Announcer {
  readonly element = element("div", "sr-only");

  constructor() {
    this.element.ariaLive = "polite";
    this.element.ariaAtomic = "true";
  }

  say(words: string): void {
    // Writing the same again would have it told again.
    if (this.element.textContent !== words) this.element.textContent = words;
  }
}

/** Whether a click only means to follow; with a modifier key it means a new tab or window. */
export function isPlainClick(event: MouseEvent): boolean {
  const { button, ctrlKey, metaKey, shiftKey, altKey } = event;
  return button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;
}
