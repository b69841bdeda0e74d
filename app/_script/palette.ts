import Combobox from "@github/combobox-nav";

import { paths } from "../paths";
import { Announcer, element, isPlainClick } from "./element";
import { type Entry, type Group, groupsOfPage, groupsWith } from "./palette-entries";
import { type Suggestions, Suggester } from "./suggested";
import { nameOptions, optionLink, suggestionOption } from "./suggestions-list";

let palette: Palette | undefined;

/** Opens the palette, which reaches every page and what can be done on this one; or closes it. */
export function togglePalette(): void {
  palette ??= new Palette();
  palette.toggle();
}

/** For how long it says what it did before it closes, in milliseconds. */
const toRead = 1_200;

class Palette {
  readonly #dialog = element("dialog", "palette");
  readonly #box = element("input", "palette-box");
  readonly #list = element("div", "palette-list");
  readonly #said = element("p", "palette-said");
  readonly #announcer = new Announcer();
  readonly #combobox: Combobox;
  readonly #suggester = new Suggester((answer) => this.#showFound(answer));
  #groups: readonly Group[] = [];
  #found = element("div", "");

  constructor() {
    this.#dialog.ariaLabel = "Go anywhere";
    this.#list.id = "palette-list";
    this.#list.role = "listbox";
    this.#list.ariaLabel = "Pages, names and actions";
    const box = this.#box;
    box.type = "text";
    box.placeholder = "Go to a page, a class, an organisation…";
    box.ariaLabel = "A page, a name, words to search for, or an action";
    box.autocomplete = "off";
    box.spellcheck = false;
    box.autocapitalize = "none";
    box.enterKeyHint = "go";
    this.#dialog.append(box, this.#said, this.#list, this.#announcer.element);
    document.body.append(this.#dialog);
    this.#combobox = new Combobox(box, this.#list, {
      tabInsertsSuggestions: false,
      firstOptionSelectionMode: "selected",
    });
    this.#listen();
  }

  toggle(): void {
    if (this.#dialog.open) this.#dialog.close();
    else this.#open();
  }

  #listen(): void {
    const dialog = this.#dialog;
    // Heard around the box: in it, the combobox forgets at each letter what is chosen.
    dialog.addEventListener("input", (event) => {
      if (event instanceof InputEvent && event.isComposing) this.#suggester.stop();
      else this.#show();
    });
    dialog.addEventListener("compositionend", () => this.#show());
    this.#list.addEventListener("mousedown", (event) => event.preventDefault());
    this.#list.addEventListener("click", (event) => {
      const isLink = event.target instanceof Element && event.target.closest("a") !== null;
      if (isLink && isPlainClick(event)) dialog.close();
    });
    dialog.addEventListener("click", ({ target }) => {
      // What is around the dialog counts as the dialog; all in it is covered by its parts.
      if (target === dialog) dialog.close();
    });
    dialog.addEventListener("close", () => {
      this.#suggester.stop();
      this.#combobox.stop();
    });
    addEventListener("pagehide", () => dialog.close());
  }

  #open(): void {
    this.#box.value = "";
    this.#say("");
    this.#announcer.say("");
    this.#groups = groupsOfPage();
    this.#dialog.showModal();
    this.#combobox.start();
    this.#show();
  }

  #show(): void {
    const typed = this.#box.value.trim();
    this.#say("");
    this.#found = element("div", "");
    const search: Entry = {
      kind: "link",
      name: `Search for “${typed}”`,
      href: paths.search({ q: typed }),
    };
    this.#list.replaceChildren(
      ...groupsWith(this.#groups, typed).map((group) => this.#drawn(group)),
      ...(typed === "" ? [] : [this.#drawn({ name: "Search", entries: [search] }), this.#found]),
    );
    this.#settle();
    this.#combobox.resetSelection();
    this.#list.scrollTop = 0;
    this.#suggester.ask(typed.slice(0, 100));
  }

  /** Below all else, so that what is chosen stays where it is. */
  #showFound({ suggestions, typed }: Suggestions): void {
    if (!this.#dialog.open) return;
    const options = suggestions.map((one) => suggestionOption(one, { href: one.href, typed }));
    if (this.#found.querySelector("[aria-selected=true]")) this.#combobox.resetSelection();
    this.#found.replaceChildren(...(options.length === 0 ? [] : [grouped("Search by", options)]));
    this.#settle();
  }

  #settle(): void {
    nameOptions(this.#list);
    const count = this.#list.querySelectorAll("[role=option]").length;
    this.#announcer.say(`${count} ${count === 1 ? "choice" : "choices"}.`);
  }

  #drawn({ name, entries }: Group): HTMLElement {
    return grouped(
      name,
      entries.map((entry) => this.#option(entry)),
    );
  }

  #option(entry: Entry): HTMLElement {
    const name = element("span", "suggestion-names", entry.name);
    if (entry.kind === "link") return optionLink(entry.href, name);
    const option = element("div", "suggestion", name);
    option.role = "option";
    option.addEventListener("click", () => void this.#run(entry.run));
    return option;
  }

  async #run(run: () => Promise<string> | void): Promise<void> {
    const words = await run();
    if (words !== undefined) {
      this.#say(words);
      this.#announcer.say(words);
      await new Promise((resolve) => setTimeout(resolve, toRead));
      // Meanwhile the reader may have gone on to something else.
      if (this.#said.textContent !== words) return;
    }
    this.#dialog.close();
  }

  #say(words: string): void {
    this.#said.textContent = words;
    this.#said.hidden = words === "";
  }
}

/** Options under a heading, which names them for who hears them too. */
function grouped(name: string, options: readonly HTMLElement[]): HTMLElement {
  const heading = element("span", "palette-group", name);
  heading.ariaHidden = "true";
  const group = element("div", "", heading, ...options);
  group.role = "group";
  group.ariaLabel = name;
  return group;
}
