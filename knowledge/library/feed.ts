import { momentOf } from "#knowledge/incident/moment";
import { element, xmlDocument, type Xml } from "#knowledge/text/xml";

/** What a feed tells: the site, and the incidents that are new in it, newest first. */
export interface Feed {
  /** A `tag:` URI that never changes. */
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  /** Whole addresses of the site and of the two forms of this feed; null where it has but one. */
  readonly home: string;
  readonly atom: string;
  readonly json: string | null;
  /** The whole address of the page that shows the same; the site's own where none is given. */
  readonly page?: string;
  /** The address under which the categories' slugs stand. */
  readonly classes: string;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /** A `tag:` URI that never changes. */
  readonly id: string;
  readonly title: string;
  /** Whole addresses of the page, of its Markdown and of its picture. */
  readonly link: string;
  readonly markdown: string;
  readonly picture: string;
  /** Plain text. */
  readonly summary: string;
  readonly published: Date;
  readonly updated: Date;
  /** The failure classes that the incident's factors name. */
  readonly classes: readonly { readonly slug: string; readonly name: string }[];
}

/**
 * A name that lasts longer than any address (RFC 4151): `tag:host,date:specific`. `origin` is the
 * site's own address; `date` a day, month or year on which the name was given.
 */
export function tagUri(origin: string, date: string, specific: string): string {
  // The host of an IPv6 address has brackets and colons, which the name's grammar does not know.
  const host = new URL(origin).hostname.replace(/[^a-z0-9.-]+/g, "");
  return `tag:${host},${date}:${specific}`;
}

/**
 * When an entry last changed: its publication's time. An imported one may have been recorded at a
 * later day than the one on which this database first saw it; then that day (DESIGN, "Import").
 */
export function updatedAt(publication: {
  readonly publishedAt: Date;
  readonly origin: "import" | "editor";
  readonly recorded: string;
}): Date {
  const { publishedAt, origin, recorded } = publication;
  if (origin === "editor") return publishedAt;
  return new Date(Math.max(publishedAt.getTime(), momentOf(recorded).first));
}

/** The moment at which the feed last changed; the epoch while it has no entries. */
function lastChange(entries: readonly FeedEntry[]): Date {
  return new Date(Math.max(0, ...entries.map(({ updated }) => updated.getTime())));
}

/** The feed as Atom (RFC 4287). */
export function atomFeed(feed: Feed): string {
  const root = element("feed", { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": "en-GB" }, [
    element("id", {}, [feed.id]),
    element("title", {}, [feed.title]),
    element("subtitle", {}, [feed.subtitle]),
    element("updated", {}, [lastChange(feed.entries).toISOString()]),
    element("author", {}, [element("name", {}, [feed.author]), element("uri", {}, [feed.home])]),
    element("link", { rel: "self", type: "application/atom+xml", href: feed.atom }),
    element("link", { rel: "alternate", type: "text/html", href: feed.page ?? feed.home }),
    ...alternateFeeds(feed),
    ...feed.entries.map((entry) => atomEntry(entry, feed.classes)),
  ]);
  return xmlDocument(root);
}

function alternateFeeds({ json }: Feed): Xml[] {
  if (json === null) return [];
  return [element("link", { rel: "alternate", type: "application/feed+json", href: json })];
}

function atomEntry(entry: FeedEntry, scheme: string): Xml {
  return element("entry", {}, [
    element("id", {}, [entry.id]),
    element("title", {}, [entry.title]),
    element("published", {}, [entry.published.toISOString()]),
    element("updated", {}, [entry.updated.toISOString()]),
    element("link", { rel: "alternate", type: "text/html", href: entry.link }),
    element("link", { rel: "alternate", type: "text/markdown", href: entry.markdown }),
    element("summary", {}, [entry.summary]),
    ...entry.classes.map(({ slug, name }) =>
      element("category", { term: slug, scheme, label: name }),
    ),
  ]);
}

/** The feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed(feed: Feed) {
  return {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    description: feed.subtitle,
    home_page_url: feed.page ?? feed.home,
    ...(feed.json !== null && { feed_url: feed.json }),
    language: "en-GB",
    authors: [{ name: feed.author, url: feed.home }],
    items: feed.entries.map((entry) => ({
      id: entry.id,
      url: entry.link,
      title: entry.title,
      summary: entry.summary,
      // Readers show an item only when it has content, and the summary is what a feed can tell.
      content_text: entry.summary,
      image: entry.picture,
      date_published: entry.published.toISOString(),
      date_modified: entry.updated.toISOString(),
      tags: entry.classes.map(({ name }) => name),
    })),
  };
}
