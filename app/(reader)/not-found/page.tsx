import { Missing } from "#app/_parts/missing";
import { missingMetadata } from "#app/page-metadata";
import { sayNotFound } from "#app/page-tags";

export const metadata = missingMetadata;

/**
 * What the page layer shows at every address that no page has. Next's own page for that is made with
 * the build and comes without the header by which a browser loads the fonts early.
 */
export default function NotFoundPage() {
  sayNotFound();
  return <Missing />;
}
