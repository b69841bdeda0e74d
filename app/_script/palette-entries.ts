import { paths } from "../paths";

/** Something that the palette leads to or does. */
export type Entry = {
  readonly name: string;
  /** Other words by which one may look for it. */
  readonly also?: string;
} & (
  | { readonly kind: "link"; readonly href: string }
  /** `run` returns what there is to say about it, or nothing where it shows by itself. */
  | { readonly kind: "action"; readonly run: () => Promise<string> | void }
);

export interface Group {
  readonly name: string;
  readonly entries: readonly Entry[];
}

/** What can be reached from every page, and what can be done on this one. */
export function groupsOfPage(): Group[] {
  return [
    { name: "Pages", entries: pages },
    { name: "Writing and settings", entries: ownPages() },
    { name: "On this page", entries: sections() },
    { name: "This page", entries: [...twins(), ...actions()] },
  ];
}

/** The entries each of whose names holds words that begin as those typed, in groups that have any. */
export function groupsWith(groups: readonly Group[], typed: string): Group[] {
  const wanted = wordsOf(typed);
  const fits = ({ name, also = "" }: Entry) => {
    const words = wordsOf(`${name} ${also}`);
    return wanted.every((one) => words.some((word) => word.startsWith(one)));
  };
  return groups.flatMap(({ name, entries }) => {
    const fitting = entries.filter(fits);
    return fitting.length === 0 ? [] : [{ name, entries: fitting }];
  });
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

const page = (name: string, href: string, also = ""): Entry => ({ kind: "link", name, href, also });

const pages: readonly Entry[] = [
  page("Home", paths.home(), "front page start"),
  page("Incidents", paths.incidents(), "outages list newest"),
  page("Failure classes", paths.failureClasses(), "taxonomy map factors families"),
  page("Patterns", paths.patterns()),
  page("Claims", paths.claims(), "disputed contested"),
  page("Reading", paths.readings(), "lists"),
  page("Organisations", paths.organizations(), "organizations companies sectors"),
  page("Products", paths.products(), "services"),
  page("Sources", paths.sources(), "reports articles"),
  page("Glossary", paths.glossary(), "terms words"),
  page("Search", paths.search(), "find factors filters"),
  page("Search by text", paths.searchByText(), "paste draft alert chat"),
  page("Compare incidents", paths.compare(), "side by side"),
  page("API description", paths.api(), "openapi machines json"),
];

/** What the corner of the header leads to, which differs by who reads. */
function ownPages(): Entry[] {
  const links = document.querySelectorAll<HTMLAnchorElement>("[data-account] a[href]");
  return [...links].map((link) => page(spoken(link), link.pathname, "my own settings drafts"));
}

function sections(): Entry[] {
  const links = document.querySelectorAll<HTMLAnchorElement>("[data-contents] a[href^='#']");
  return [...links].map((link) => page(spoken(link), link.hash));
}

function spoken(element: Element): string {
  return element.textContent.replace(/\s+/g, " ").trim();
}

const twinNames: Readonly<Record<string, string>> = {
  "text/markdown": "Markdown",
  "application/json": "JSON",
};

function twins(): Entry[] {
  const links = document.querySelectorAll<HTMLLinkElement>("link[rel~=alternate][type][href]");
  return [...links].flatMap(({ type, href }) => {
    const name = twinNames[type];
    return name === undefined ? [] : [page(`This page as ${name}`, href, "download source")];
  });
}

function actions(): Entry[] {
  const printing = document.querySelector<HTMLElement>("[data-print]");
  return [
    {
      kind: "action",
      name: "Copy the link to this page",
      also: "address url share",
      run: copyLink,
    },
    ...(printing ? [action("Print this page", "paper pdf", () => printing.click())] : []),
    ...themes(),
  ];
}

function themes(): Entry[] {
  const choice = document.querySelector<HTMLSelectElement>("[data-theme-choice]");
  const others = [...(choice?.options ?? [])].filter(({ selected }) => !selected);
  return others.map(({ text, value }) =>
    action(`Appearance: ${text.toLowerCase()}`, "theme colours mode", () => {
      if (!choice) return;
      choice.value = value;
      choice.dispatchEvent(new Event("change", { bubbles: true }));
    }),
  );
}

function action(name: string, also: string, run: () => void): Entry {
  return { kind: "action", name, also, run };
}

async function copyLink(): Promise<string> {
  try {
    await navigator.clipboard.writeText(location.href);
    return "The link is copied.";
  } catch {
    // Without a secure origin there is no clipboard.
    return "The browser did not let it be copied; it stands in the address bar.";
  }
}
