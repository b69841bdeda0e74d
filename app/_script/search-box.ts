import Combobox from "@github/combobox-nav";

import { Announcer, element, isPlainClick } from "./element";
import { type Suggestions, Suggester } from "./suggested";
import { countInWords, nameOptions, suggestionOption } from "./suggestions-list";
import { addressOfChoice, wordsAtEnd } from "./typed-words";

const served = new WeakSet<HTMLInputElement>();
let boxes = 0;

/** Offers suggestions under a search box from now on; for a box that has them it does nothing. */
export function suggestUnder(box: HTMLInputElement): void {
  if (served.has(box)) return;
  served.add(box);
  const suggesting = new SuggestingBox(box);
  // Typed while this script was on its way.
  if (document.activeElement === box && box.value !== box.defaultValue) suggesting.ask();
}

/**
 * A search box with a list below it, as the combobox pattern of WAI-ARIA 1.2 has it: the focus stays
 * in the box, and without a chosen option it does what it did before.
 */
class SuggestingBox {
  readonly #box: HTMLInputElement;
  readonly #panel = element("div", "suggestions");
  readonly #list = element("div", "suggestions-list");
  readonly #announcer = new Announcer();
  readonly #combobox: Combobox;
  readonly #suggester = new Suggester((answer) => this.#show(answer));
  #isOpen = false;

  constructor(box: HTMLInputElement) {
    this.#box = box;
    boxes += 1;
    this.#list.id = `suggestions-${boxes}`;
    this.#list.role = "listbox";
    this.#list.ariaLabel = "Suggestions";
    this.#panel.popover = "manual";
    this.#panel.append(this.#list, hint());
    this.#stand();
    box.autocomplete = "off";
    this.#combobox = new Combobox(box, this.#list, { tabInsertsSuggestions: false });
    this.#listen();
  }

  ask(): void {
    this.#suggester.ask(wordsAtEnd(this.#box.value));
  }

  #stand(): void {
    const own = this.#box.closest("search");
    if (own && !isOfReact(this.#box)) {
      own.append(this.#panel, this.#announcer.element);
      return;
    }
    // React may be about to compare its part of the page with what it expects there.
    this.#panel.role = "search";
    this.#panel.ariaLabel = "Suggestions";
    document.body.append(this.#panel, this.#announcer.element);
  }

  #listen(): void {
    const box = this.#box;
    box.addEventListener("input", (event) => {
      // What an input method is still putting together is no word yet.
      if (event instanceof InputEvent && event.isComposing) this.#suggester.stop();
      else this.ask();
    });
    box.addEventListener("compositionend", () => this.ask());
    box.addEventListener("keydown", (event) => this.#press(event));
    box.addEventListener("blur", () => this.#close());
    box.form?.addEventListener("submit", () => this.#close());
    // Pressing on the list must not take the focus out of the box.
    this.#panel.addEventListener("mousedown", (event) => event.preventDefault());
    this.#list.addEventListener("click", (event) => this.#choose(event));
    document.addEventListener("pointerdown", ({ target }) => {
      if (!(target instanceof Node) || target === box || this.#panel.contains(target)) return;
      this.#close();
    });
    addEventListener("resize", () => this.#place());
    addEventListener("pageshow", () => this.#close());
  }

  #press(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === "Escape" && this.#isOpen) {
      // A browser would empty the box.
      event.preventDefault();
      this.#close();
    } else if (event.key === "ArrowDown" && !this.#isOpen && !event.altKey) {
      this.ask();
    } else if (event.key === "Enter") {
      this.#suggester.stop();
    }
  }

  #choose(event: MouseEvent): void {
    const link = event.target instanceof Element && event.target.closest("a");
    if (!link || !isPlainClick(event)) return;
    this.#close();
    const island = this.#box.closest("[data-island]");
    if (!island) return;
    // The island follows the links that stand in it without leaving the page.
    event.preventDefault();
    const inside = element("a", "");
    inside.href = link.href;
    island.append(inside);
    inside.click();
    inside.remove();
  }

  #show({ suggestions, typed }: Suggestions): void {
    if (document.activeElement !== this.#box) return;
    this.#announcer.say(
      typed === "" && suggestions.length === 0 ? "" : countInWords(suggestions.length),
    );
    if (suggestions.length === 0) {
      this.#hide();
      return;
    }
    const choosing = { ...placeOf(this.#box), text: this.#box.value, typed };
    this.#combobox.clearSelection();
    this.#list.replaceChildren(
      ...suggestions.map((one) =>
        suggestionOption(one, { href: addressOfChoice(one.href, choosing), typed }),
      ),
    );
    nameOptions(this.#list);
    this.#list.scrollTop = 0;
    this.#open();
  }

  #open(): void {
    if (!this.#isOpen) {
      this.#isOpen = true;
      this.#panel.showPopover();
      this.#combobox.start();
    }
    this.#place();
  }

  /** Closes the list and no longer waits for another. */
  #close(): void {
    this.#suggester.stop();
    this.#announcer.say("");
    this.#hide();
  }

  #hide(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#combobox.stop();
    this.#panel.hidePopover();
  }

  /** Below the box, at its left or else at its right, never beyond the window's sides. */
  #place(): void {
    if (!this.#isOpen) return;
    const frame = this.#box.closest(".ask")?.getBoundingClientRect();
    const at = frame ?? this.#box.getBoundingClientRect();
    const room = document.documentElement.clientWidth - 16;
    const width = Math.min(Math.max(at.width, 416), 640, room);
    const isFitting = at.left + width <= room + 8;
    const left = isFitting ? at.left : Math.max(8, at.right - width);
    const { style } = this.#panel;
    style.width = `${width}px`;
    style.left = `${left + scrollX}px`;
    style.top = `${at.bottom + 6 + scrollY}px`;
  }
}

/** Whether React draws the page; then only the end of the body is free for others. */
function isOfReact(box: HTMLInputElement): boolean {
  return box.ownerDocument.querySelector("[data-island]") !== null;
}

/** Where the box's form leads, and the filters that are in use there. */
function placeOf({ form }: HTMLInputElement): { path: string; present: URLSearchParams } {
  const path = new URL(form?.getAttribute("action") ?? "", location.href).pathname;
  const isHere = path === location.pathname;
  return { path, present: new URLSearchParams(isHere ? location.search : "") };
}

/** Tells of the palette, to who has a keyboard to open it with. */
function hint(): HTMLElement {
  const made = element(
    "p",
    "suggestions-hint",
    element("kbd", "", "↓"),
    " to choose, ",
    element("kbd", "", "Enter"),
    " to search, ",
    element("kbd", "", isMac() ? "⌘ K" : "Ctrl K"),
    " to go anywhere",
  );
  made.ariaHidden = "true";
  return made;
}

function isMac(): boolean {
  return /Mac|iPad|iPhone/.test(navigator.userAgent);
}
