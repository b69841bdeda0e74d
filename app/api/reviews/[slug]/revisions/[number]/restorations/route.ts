import { refused } from "#app/_api/changing";
import { refusedFor, reviewing } from "#app/_api/reviewing";
import { paths } from "#app/paths";
import { restoreRevision } from "#knowledge/review/history";
import { withVisibleNames } from "#knowledge/text/invisible";
import { z } from "zod";

export { noReading as GET } from "#app/_api/no-reading";

/** Makes an old revision the document's text again. */
export const POST = reviewing(
  { body: z.object({ version: z.coerce.number().int().positive() }), page: paths.revision },
  ({ actor, slug, revision, body: { version } }) => restoreRevision(actor, slug, revision, version),
  (outcome, { page, slug, revision }) => {
    switch (outcome.kind) {
      case "restored":
        return {
          kind: "done",
          next: paths.revision(slug, outcome.revision),
          value: outcome,
          said: `Revision ${outcome.revision} says what revision ${revision} said${kept(outcome.credits)}. Readers see it once it is approved and published.`,
        };
      case "outdated":
        return refused(
          page,
          409,
          "Somebody has saved since this page was made. Look at what stands now, and restore it then; nothing was changed.",
        );
      case "unfinished":
        return refused(
          page,
          409,
          `What was typed in ${outcome.texts === 1 ? "one place" : `${outcome.texts} places`} cannot be read yet, and is in no revision: it would be lost. Mend or clear it in the editor first; nothing was changed.`,
        );
      case "same":
        return refused(page, 409, `${saysAlready(outcome.credits)} Nothing was changed.`);
      case "no such revision":
        return refused(page, 404, "There is no revision of this number. Nothing was changed.");
      case "faulty":
        return refusedFor(page, outcome.faults, "By the rules of today it is not well formed:");
    }
  },
);

/** Whom the restored text credits besides. */
function kept(credits: readonly string[]): string {
  if (credits.length === 0) return "";
  return `, and credits these readers besides, as the text before it did: ${named(credits)}`;
}

function saysAlready(credits: readonly string[]): string {
  return credits.length === 0
    ? "This is what the document says already."
    : `But for the readers whom it credits besides (${named(credits)}), this is what the document says already.`;
}

function named(credits: readonly string[]): string {
  return credits.map((name) => `“${withVisibleNames(name)}”`).join(", ");
}
