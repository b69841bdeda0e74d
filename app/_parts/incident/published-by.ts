import type { Citation } from "#knowledge/incident/document";

/** Author and publisher of a source in one phrase; an author who is the publisher is named once. */
export function publishedBy({ author, publisher }: Pick<Citation, "author" | "publisher">): string {
  const names = [author, publisher].filter((name) => name !== undefined);
  const told = author !== undefined && publisher?.startsWith(author) === true;
  return (told ? names.slice(1) : names).join(", ");
}
