/**
 * Explains a glossary term where it stands: on hover, on focus, and on a tap. The explanations are
 * on the page already, in `<dl class="term-notes">`; without this script the link leads to the
 * glossary. The explanation stays while it is pointed at, and Escape puts it away.
 */
export function explainTerms(): void {
  const notes = new Map(
    [...document.querySelectorAll<HTMLElement>(".term-notes [data-term]")].map((note) => [
      note.dataset.term,
      note,
    ]),
  );
  if (notes.size === 0) return;
  const bubble = new Bubble();

  for (const link of document.querySelectorAll<HTMLAnchorElement>("a.term")) {
    const note = notes.get(link.dataset.term);
    if (!note) continue;
    link.addEventListener("pointerenter", ({ pointerType }) => {
      if (pointerType === "mouse") bubble.showSoon(link, note);
    });
    link.addEventListener("pointerleave", () => bubble.hideSoon());
    link.addEventListener("focus", () => bubble.show(link, note));
    link.addEventListener("blur", () => bubble.hideSoon());
    link.addEventListener("click", (event) => {
      // A finger cannot hover: its tap explains, and the explanation leads on to the glossary.
      if (!(event instanceof PointerEvent) || event.pointerType !== "touch") return;
      event.preventDefault();
      bubble.show(link, note);
    });
  }
}

class Bubble {
  private readonly element = document.createElement("div");
  private shownFor: HTMLAnchorElement | null = null;
  private timer = 0;

  constructor() {
    this.element.className = "term-note";
    this.element.id = "term-note";
    this.element.role = "tooltip";
    this.element.popover = "manual";
    // Inside the main landmark, so that a screen reader meets it where the term is.
    (document.querySelector("main") ?? document.body).append(this.element);
    this.element.addEventListener("pointerenter", () => clearTimeout(this.timer));
    this.element.addEventListener("pointerleave", () => this.hideSoon());
    document.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") this.hide();
    });
    document.addEventListener("pointerdown", ({ target }) => {
      if (!(target instanceof Node) || this.element.contains(target)) return;
      if (!this.shownFor?.contains(target)) this.hide();
    });
  }

  showSoon(link: HTMLAnchorElement, note: HTMLElement): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.show(link, note), 150);
  }

  show(link: HTMLAnchorElement, note: HTMLElement): void {
    clearTimeout(this.timer);
    if (this.shownFor !== link) this.hide();
    this.shownFor = link;
    this.fill(link, note);
    link.setAttribute("aria-describedby", this.element.id);
    if (!this.element.matches(":popover-open")) this.element.showPopover();
    this.place(link);
  }

  hideSoon(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.hide(), 250);
  }

  private hide(): void {
    clearTimeout(this.timer);
    this.shownFor?.removeAttribute("aria-describedby");
    this.shownFor = null;
    this.element.hidePopover();
  }

  private fill(link: HTMLAnchorElement, note: HTMLElement): void {
    const more = document.createElement("a");
    more.href = link.href;
    more.textContent = "In the glossary";
    more.tabIndex = -1;
    const name = document.createElement("b");
    name.textContent = note.dataset.name ?? "";
    this.element.replaceChildren(name, note.textContent, more);
  }

  /** Below the term, or above it where there is no room; never beyond the window's sides. */
  private place(link: HTMLAnchorElement): void {
    const at = link.getClientRects()[0] ?? link.getBoundingClientRect();
    const { width, height } = this.element.getBoundingClientRect();
    const left = Math.max(16, Math.min(at.left, document.documentElement.clientWidth - width - 16));
    const below = at.bottom + 6;
    const top = below + height < innerHeight ? below : at.top - height - 6;
    this.element.style.left = `${left + scrollX}px`;
    this.element.style.top = `${top + scrollY}px`;
  }
}
