import { refusedFor, reviewing } from "#app/_api/reviewing";
import { refused } from "#app/_api/changing";
import { watching } from "#app/_api/watching";
import { limits } from "#knowledge/incident/limits";
import { Save, saveDocument } from "#knowledge/review/save";

export const dynamic = "force-dynamic";

interface Context {
  readonly params: Promise<{ slug: string }>;
}

/** Where the document stands by now, for who has it open. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return watching(request, (await params).slug);
}

// JSON says more of it than the file does: keys and quotes, and what is unfinished.
const bytes = 3 * limits.documentBytes;

/** Saves the document, on the version that it was based on. */
export const PUT = reviewing(
  { body: Save, bytes },
  ({ actor, slug, body }) => saveDocument(actor, slug, body),
  (outcome, { page }) => {
    switch (outcome.kind) {
      case "saved":
        return { kind: "done", next: page, value: outcome };
      case "conflict": {
        const who = outcome.savedBy ?? "an import";
        const why = `Somebody else has saved since (${who}). Nothing of theirs or yours is lost: put the two together, and save again.`;
        return { ...refused(page, 409, why), more: { conflict: outcome } };
      }
      case "faulty":
        return refusedFor(page, outcome.faults, "This cannot be kept as it is:");
    }
  },
);
