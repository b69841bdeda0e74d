import { shown, type Fault } from "#knowledge/text/fault";

import type { Content, Placed } from "./content";

/** A slug that a file claims, and where. */
interface Name {
  readonly slug: string;
  readonly kind: string;
  readonly file: string;
  readonly line: () => number;
}

/** The places of single files by name, as far as these could be read. */
export type Places = ReadonlyMap<string, Placed["lineOf"]>;

export interface NameSpace {
  /** Every slug that `[[slug]]` may name, with the kind of thing. */
  readonly all: ReadonlyMap<string, string>;
  /** Slugs that two things claim. */
  readonly faults: Fault[];
}

/**
 * The one name space of `[[links]]`: classes, terms, patterns, reading lists, incidents, and slugs
 * that incidents had formerly. Files that could not be read keep their names: a fault in one file
 * must not make the links to it faults.
 */
export function nameSpaceOf(content: Content, places: Places): NameSpace {
  const all = new Map<string, string>();
  const faults: Fault[] = [];
  for (const { slug, kind, file, line } of namesIn(content, places)) {
    const other = all.get(slug);
    if (other === undefined) {
      all.set(slug, kind);
    } else {
      const message = `expected a slug of its own, found ${shown(slug)}, which already names a ${other}`;
      faults.push({ file, line: line(), message });
    }
  }
  return { all, faults };
}

function namesIn(content: Content, places: Places): Name[] {
  return [
    ...classNames(content, places),
    ...content.terms.map(({ slug }, at) => {
      const file = "glossary.yaml";
      return { slug, kind: "term", file, line: () => places.get(file)?.([at, "slug"]) ?? 1 };
    }),
    ...fileNames(content, "patterns", "pattern"),
    ...fileNames(content, "reading", "reading list"),
    ...fileNames(content, "incidents", "incident"),
    ...content.incidents.flatMap(({ document, file, lineOf }) =>
      document.record.formerly.map((slug) => {
        return { slug, kind: "former incident", file, line: () => lineOf(["formerly"]) };
      }),
    ),
  ];
}

function classNames({ families }: Content, places: Places): Name[] {
  const file = "taxonomy.yaml";
  return families.flatMap(({ classes }, family) =>
    classes.map(({ slug }, at) => {
      const path = ["families", family, "classes", at, "slug"];
      return { slug, kind: "class", file, line: () => places.get(file)?.(path) ?? 1 };
    }),
  );
}

function fileNames({ files }: Content, shelf: string, kind: string): Name[] {
  return files
    .filter(({ name }) => name.startsWith(`${shelf}/`))
    .map(({ name }) => {
      const slug = name.slice(shelf.length + 1).replace(/\.\w+$/, "");
      return { slug, kind, file: name, line: () => 1 };
    });
}
