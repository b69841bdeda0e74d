import { currentAudience, type Audience } from "./audience";

const conditions: Readonly<Record<Audience, (of: string) => string>> = {
  visitors: (of) => `${of}."visibility" = 'public'`,
  members: () => "TRUE",
};

/**
 * The condition that every statement holds which reads what documents say: whether those for whom is
 * being read may know of them. `of` is the statement's name for `"Incident"`, `"Document"` or
 * `"Revision"`. To be asked when the statement is run: it then has one of two texts, and each is
 * prepared under its own name. Drafts and the like are not its business; it stands beside what says
 * that a document is published.
 */
export function readable(of: string): string {
  return conditions[currentAudience()](of);
}
