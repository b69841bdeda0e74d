/**
 * Every link of the site is built here, and nowhere else. Paths are relative to the site's own
 * origin; `absolute` makes the address that feeds, metadata and citations need.
 */

type Value = string | number | undefined;

function withQuery(path: string, parameters: Record<string, Value | readonly string[]>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== "") search.append(name, String(one));
    }
  }
  const query = search.toString();
  return query === "" ? path : `${path}?${query}`;
}

const incident = (slug: string) => `/incidents/${slug}`;

/** What a slug of the one name space may stand for. */
type NamedKind = "incident" | "class" | "term" | "mitigation" | "pattern" | "reading-list";

export const paths = {
  home: () => "/",
  /** Says that there is nothing; shown in place of what is not there. */
  notFound: () => "/not-found",

  incidents: (parameters: Record<string, Value | readonly string[]> = {}) =>
    withQuery("/incidents", parameters),
  incident,
  incidentMarkdown: (slug: string) => `${incident(slug)}.md`,
  incidentJson: (slug: string) => `${incident(slug)}.json`,
  incidentPicture: (slug: string) => `${incident(slug)}/picture.png`,
  incidentFactor: (slug: string, id: string) => `${incident(slug)}#factor-${id}`,
  incidentEvent: (slug: string, id: string) => `${incident(slug)}#event-${id}`,
  incidentClaim: (slug: string, id: string) => `${incident(slug)}#claim-${id}`,
  incidentSource: (slug: string, id: string) => `${incident(slug)}#source-${id}`,
  incidentHistory: (slug: string) => `${incident(slug)}/history`,
  revisionMarkdown: (slug: string, number: number) => `${incident(slug)}/history/${number}.md`,
  revisionJson: (slug: string, number: number) => `${incident(slug)}/history/${number}.json`,
  revision: (slug: string, number: number, against?: number) =>
    withQuery(`${incident(slug)}/history/${number}`, { against }),

  /** A picture of a story, by the SHA-256 (hex) of its bytes. */
  picture: (hash: string) => `/files/${hash}.webp`,

  search: (parameters: Record<string, Value | readonly string[]> = {}) =>
    withQuery("/search", parameters),
  searchByText: () => "/search/by-text",
  /** What `search` shows, as JSON, for the page itself. */
  searchAnswer: (parameters: Record<string, Value | readonly string[]> = {}) =>
    withQuery("/search/answer", parameters),
  /** What one can search by that is called so, as JSON, for the search box. */
  searchSuggestions: (typed: string) => withQuery("/search/suggestions", { q: typed }),

  compare: (incidents: readonly string[] = []) => withQuery("/compare", { incident: incidents }),

  failureClasses: (role?: string) => withQuery("/classes", { role }),
  failureClass: (slug: string) => `/classes/${slug}`,
  failureClassFamily: (slug: string) => `/classes#family-${slug}`,
  failureClassMarkdown: (slug: string) => `/classes/${slug}.md`,
  failureClassJson: (slug: string) => `/classes/${slug}.json`,

  /** `part` is one of the page's sections. */
  patterns: (parameters: Record<string, Value> = {}, part?: string) =>
    withQuery("/patterns", parameters) + (part === undefined ? "" : `#${part}`),
  pattern: (slug: string) => `/patterns/${slug}`,
  claims: (outcome?: string) => withQuery("/claims", { outcome }),

  organizations: () => "/organizations",
  organization: (slug: string) => `/organizations/${slug}`,
  products: () => "/products",
  product: (slug: string) => `/products/${slug}`,
  sector: (slug: string) => `/sectors/${slug}`,
  sources: (page?: number) => withQuery("/sources", { page }),
  source: (slug: string) => `/sources/${slug}`,

  readings: () => "/reading",
  reading: (slug: string) => `/reading/${slug}`,
  /** `position` counts from 0. */
  readingItem: (slug: string, position: number) => `/reading/${slug}#item-${position + 1}`,
  glossary: () => "/glossary",
  term: (slug: string) => `/glossary/${slug}`,

  /** What machines read of a search, by the parameters of the search page. */
  searchJson: (parameters: Record<string, Value | readonly string[]> = {}) =>
    withQuery("/search.json", parameters),
  searchCsv: (parameters: Record<string, Value | readonly string[]> = {}) =>
    withQuery("/search.csv", parameters),
  searchAtom: (parameters: Record<string, Value | readonly string[]> = {}) =>
    withQuery("/search.atom", parameters),

  write: () => "/write",
  importReview: () => "/write/import",
  review: (slug: string) => `/write/${slug}`,
  /** Where its steps from draft to readers are. */
  reviewSteps: (slug: string) => `/write/${slug}#steps`,
  /** The review as readers would see it: one of its revisions, or the latest. */
  reviewPreview: (slug: string, revision?: number) =>
    withQuery(`/write/${slug}/preview`, { revision }),
  reviews: () => "/reviews",
  /** The receipt of a reader's note. */
  note: (token: string) => `/notes/${token}`,
  /** `next` is the path to which one comes back. */
  signIn: (next?: string) => withQuery("/sign-in", { next: next === "/" ? undefined : next }),
  setup: (token?: string) => withQuery("/setup", { token }),
  join: (token: string) => `/join/${token}`,
  reset: (token: string) => `/reset/${token}`,
  settings: (part: "account" | "people" | "site" | "audit" | "bin") => `/settings/${part}`,
  auditLog: (parameters: Record<string, Value> = {}) => withQuery("/settings/audit", parameters),

  /** What changes something; forms and scripts send to these. */
  apiSessions: () => "/api/sessions",
  apiEndedSessions: () => "/api/sessions/ended",
  apiAccounts: () => "/api/accounts",
  apiAccount: (id: string) => `/api/accounts/${id}`,
  apiResetLinks: (id: string) => `/api/accounts/${id}/reset-links`,
  apiInvitations: () => "/api/invitations",
  apiWithdrawnInvitations: () => "/api/invitations/withdrawn",
  apiPasswords: () => "/api/passwords",
  apiSite: () => "/api/site",
  apiReviews: () => "/api/reviews",
  /** The HTML of a text, for who writes it. */
  apiPreviews: () => "/api/previews",
  /** What a text sounds like, for who writes it. */
  apiLikenesses: () => "/api/likenesses",
  apiReview: (slug: string) => `/api/reviews/${slug}`,
  /** What is done with a review; each is something that it then has one more of. */
  apiOfReview: (
    slug: string,
    part:
      | "approval-requests"
      | "assessments"
      | "publications"
      | "withdrawals"
      | "merges"
      | "pictures"
      | "authors"
      | "bin",
  ) => `/api/reviews/${slug}/${part}`,

  /** What an author says of one revision, and what is made of it. */
  apiRevision: (slug: string, number: number) => `/api/reviews/${slug}/revisions/${number}`,
  apiRestorations: (slug: string, number: number) =>
    `/api/reviews/${slug}/revisions/${number}/restorations`,

  apiNotes: () => "/api/notes",
  /** What an editor does about a reader's note. */
  apiOfNote: (id: number, part: "answers" | "closings" | "credits") => `/api/notes/${id}/${part}`,

  api: () => "/api",
  apiDescription: () => "/api/v1/openapi.json",
  apiIncident: (slug: string) => `/api/v1/incidents/${slug}`,

  feedAtom: () => "/feed.atom",
  feedJson: () => "/feed.json",

  /** The page of whatever a slug of the one name space stands for. */
  named: (kind: NamedKind, slug: string) => {
    switch (kind) {
      case "incident":
        return `/incidents/${slug}`;
      case "class":
        return `/classes/${slug}`;
      case "term":
        return `/glossary/${slug}`;
      case "mitigation":
        return `/mitigations/${slug}`;
      case "pattern":
        return `/patterns/${slug}`;
      case "reading-list":
        return `/reading/${slug}`;
    }
  },
};

/** The whole address of a path, from the one origin that the site is known by. */
export function absolute(path: string): string {
  return new URL(path, process.env.PUBLIC_URL ?? "http://localhost:3000").href;
}
