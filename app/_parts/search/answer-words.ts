import type { SearchAnswer } from "./answer";
import { queryFrom } from "./asked";

/** What the page of a search is called. */
export function titleOf(answer: SearchAnswer): string {
  const subject = subjectOf(answer);
  return subject === "" ? "Search" : `${subject}: search`;
}

/** What a query asks for, in words; empty when it asks for nothing. */
export function subjectOf({ parameters, filters }: SearchAnswer): string {
  const { q, page } = queryFrom(parameters);
  const parts = [q, ...filters.map(({ words }) => words)].filter((part) => part !== "");
  const subject = parts.join(", ");
  return subject === "" || page === 1 ? subject : `${subject}, page ${page}`;
}

/** How many incidents an answer tells of, for those who hear it. */
export function countInWords({ total, pages, parameters }: SearchAnswer): string {
  const { page } = queryFrom(parameters);
  const found = total === 0 ? "No incident" : `${total} ${total === 1 ? "incident" : "incidents"}`;
  return pages > 1 ? `${found}, page ${page} of ${pages}` : found;
}
