import { escapeHtml } from "#knowledge/text/html";
import { pictureHashes, withPictureSizes } from "#knowledge/text/pictures";
import { linksIn, plainText } from "#knowledge/text/plain";
import { renderInline, resolveMarks, type Resolver } from "#knowledge/text/resolve";
import { compileTerms, createTermMarker, type TermMatcher } from "#knowledge/text/terms";
import { pictureSizes } from "#knowledge/review/pictures/picture.store";
import { namesOf, type NamedThing } from "#knowledge/incident/link.store";
import { findTerms, type TermLine } from "#knowledge/taxonomy/taxonomy.store";

import { paths } from "../paths";

/** A source as the texts of a page cite it. */
export interface Cited {
  readonly id: string;
  readonly title: string;
}

/** What a page is going to say, in the order in which it is read. */
interface PageWords {
  readonly texts: readonly string[];
  /** HTML of the story as it is stored, with its marks; and the slugs that it links to. */
  readonly story?: string;
  readonly sources?: readonly Cited[];
  /** The id of the document whose story it is, where that is a draft. */
  readonly draft?: number | undefined;
  /** Further slugs whose names the page shows, such as classes and related incidents. */
  readonly slugs?: readonly string[];
  /** The page's own term, if it is one's page: it is not marked there. */
  readonly ownTerm?: string;
}

/** The texts of one page, ready to be shown. */
export interface PageTexts {
  /** A text of the record as HTML, followed by the marks of its sources. */
  html(text: string, sources?: readonly string[]): string;
  /** The same without marks, for places where no link can stand. */
  plain(text: string): string;
  readonly story: string;
  name(slug: string): NamedThing | null;
  /** The glossary terms that the page uses, in order of first use. */
  readonly terms: readonly TermLine[];
}

/**
 * Prepares the texts of a page: links resolved over the one name space, glossary terms marked where
 * the page first uses them. All texts are read in one pass and in order, so that which use is the
 * first does not depend on how the page is put together.
 */
export async function pageTexts(words: PageWords): Promise<PageTexts> {
  const story = words.story ?? "";
  const slugs = [...words.texts.flatMap(linksIn), ...linksInHtml(story), ...(words.slugs ?? [])];
  const [names, terms, sizes] = await Promise.all([
    namesOf([...new Set(slugs)]),
    findTerms(),
    pictureSizes(pictureHashes(story), words.draft ?? null),
  ]);
  const marker = createTermMarker(matcherOf(terms), {
    except: words.ownTerm ? [words.ownTerm] : [],
  });
  const resolver = resolverOf(names, words.sources ?? []);
  const read = new Map<string, string>();
  for (const text of words.texts) {
    if (!read.has(text)) read.set(text, renderInline(text, resolver, marker));
  }
  const storyHtml = withPictureSizes(resolveMarks(story, resolver, marker), sizes);
  const used = marker.used();
  return {
    html: (text, sources = []) =>
      (read.get(text) ?? renderInline(text, resolver, marker)) + marksOf(sources, resolver),
    plain: (text) => plainText(text, (slug) => names.get(slug)?.title ?? null),
    story: storyHtml,
    name: (slug) => names.get(slug) ?? null,
    terms: used.flatMap((slug) => terms.find((term) => term.slug === slug) ?? []),
  };
}

function linksInHtml(html: string): string[] {
  return [...html.matchAll(/data-link="([a-z0-9-]+)"/g)].flatMap(([, slug]) => slug ?? []);
}

function resolverOf(names: ReadonlyMap<string, NamedThing>, sources: readonly Cited[]): Resolver {
  const numbers = new Map(sources.map(({ id }, index) => [id, index + 1]));
  return {
    link: (slug) => {
      const thing = names.get(slug);
      return thing
        ? { href: paths.named(thing.kind, thing.slug), title: thing.title, kind: thing.kind }
        : null;
    },
    cite: (id) => {
      const number = numbers.get(id);
      if (number === undefined) return null;
      return { number, href: `#source-${id}`, label: sources[number - 1]?.title ?? "" };
    },
  };
}

/** Numbers that lead to the sources of a statement. */
function marksOf(ids: readonly string[], resolver: Resolver): string {
  const marks = ids.flatMap((id) => {
    const target = resolver.cite(id);
    return target ? `<a href="${escapeHtml(target.href)}">[${target.number}]</a>` : [];
  });
  // The joiner keeps the marks on the line of the last word.
  return marks.length === 0 ? "" : `\u2060<sup class="cite">${marks.join("")}</sup>`;
}

// Compiling the glossary's names takes longer than a page; it changes only with an import.
let compiled: { readonly key: string; readonly matcher: TermMatcher } | null = null;

function matcherOf(terms: readonly TermLine[]): TermMatcher {
  const key = JSON.stringify(terms);
  if (compiled?.key !== key) {
    const named = terms.map(({ slug, name, aka }) => ({ slug, names: [name, ...aka] }));
    compiled = { key, matcher: compileTerms(named) };
  }
  return compiled.matcher;
}
