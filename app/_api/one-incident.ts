import { nearestThings } from "#app/_parts/known-slugs";
import { absolute, paths } from "#app/paths";
import { documentJson } from "#knowledge/incident/document-json";
import { findDocumentSource, findElsewhere } from "#knowledge/incident/incident.store";
import { readDocument } from "#knowledge/incident/read-document";

import type { Outcome } from "./answering";
import { problem } from "./problem";

/** What `/api/v1/incidents/{slug}` comes to: the document, or where it went. */
export async function incidentOutcome(slug: string): Promise<Outcome> {
  const source = await findDocumentSource(slug);
  if (source === null) return absence(slug);
  const read = readDocument(source, `${slug}.md`);
  // It was read without a fault before it was published.
  if (read.kind === "faulty") throw new Error(`the published document ${slug} cannot be read`);
  return { kind: "value", value: documentJson(slug, read.document) };
}

async function absence(slug: string): Promise<Outcome> {
  const elsewhere = await findElsewhere(slug);
  switch (elsewhere.kind) {
    case "moved":
      return { kind: "moved", path: paths.apiIncident(elsewhere.slug) };
    case "archived":
      return {
        kind: "problem",
        problem: problem(410, "This incident was withdrawn and can no longer be read here."),
      };
    case "nowhere": {
      const near = await nearestThings(slug, 3, "incident");
      const addresses = near.map((thing) => absolute(paths.apiIncident(thing.slug)));
      const hint = addresses.length === 0 ? "" : ` Perhaps you meant ${addresses.join(" or ")}`;
      return {
        kind: "problem",
        problem: problem(404, `There is no incident at this address.${hint}`),
      };
    }
  }
}
