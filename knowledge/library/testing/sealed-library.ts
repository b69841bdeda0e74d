import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { execute } from "#knowledge/database/query";

import { importContent } from "../import";
import { rebuildProjection } from "../rebuild";
import { incidentText, smallContent } from "./small-content";

/**
 * What every text of the members' document begins with, and nothing else in the library. Its slugs,
 * with which one asks for it, are without.
 */
export const canary = /zyx/i;

/** The slugs that the members' document has, had, and has part of. */
export const sealed = {
  slug: "sealed-doc",
  formerly: "sealed-before",
  merged: "sealed-part",
  organization: "sealed-org",
  product: "zyxproduct",
} as const;

/** Of a source that it alone cites, and of one that a public document cites too. */
const sources = (publisher: string) => `
  - id: report
    url: https://example.com/report
    title: Report
    publisher: ${publisher}
    kind: vendor-report
    seen: full`;

// `related` and the story's links lead to documents that are not there at first.
const sealedDocument = (related = "", link = "nothing") =>
  incidentText(
    {
      formerly: `[${sealed.formerly}]`,
      title: "Zyxtitle wobbles in the canary",
      visibility: "members",
      recorded: "2024-05-01",
      organization: "[Zyxorg, Acme]",
      products: "[Zyxproduct, widget, GADGET]",
      sectors: "[space]",
      severity: "critical",
      started: "2011-02-01T04:00Z",
      detected: "2011-02-01T04:10Z",
      resolved: "2011-02-01T09:00Z",
      summary: "Zyxsummary of a wobbling machine.",
      detection: "Zyxdetection by chance.",
      impact: "\n  - what: Zyximpact\n    value: Zyxvalue\n    source: report",
      timeline:
        "\n  - id: it-began\n    at: 2011-02-01T04:00Z\n    kind: trigger\n    text: Zyxentry began.",
      factors: [
        "",
        "  - id: the-wobble",
        "    role: trigger",
        "    classes: [dns-failure, latent-defect]",
        "    statement: Zyxfactor wobbled.",
        "    detail: Zyxdetail of it.",
        "    source: report",
        "    standing: confirmed",
        "  - id: what-held",
        "    role: safeguard",
        "    statement: Zyxsafeguard held.",
        "    source: report",
        "    standing: confirmed",
      ].join("\n"),
      claims: [
        "",
        "  - id: a-claim",
        "    statement: Zyxclaim is so.",
        "    standing: contested",
        "    positions:",
        "      - source: secret",
        "        stance: asserts",
        "        note: Zyxnote of it.",
      ].join("\n"),
      related,
      sources: `${sources("Zyxpublisher")}
  - id: secret
    url: https://zyxhost.example/secret
    title: Zyxsource
    publisher: Zyxpublisher
    author: Zyxauthor
    kind: analysis
    seen: full`,
    },
    `## Zyxheading\n\nZyxstory links to ${link} and to [[dns-failure]].\n`,
  );

/**
 * Imports a small library with one document for members, which names what the public ones name and
 * what nobody else does. It comes first, so that whatever is given once is given to it.
 */
export async function sealedLibrary() {
  const content = await smallContent();
  const write = (name: string, words: string) => writeFile(join(content.folder, name), words);
  await Promise.all(["patterns", "reading"].map((name) => mkdir(join(content.folder, name))));
  await content.taxonomy([
    { slug: "dns-failure", name: "DNS failure" },
    { slug: "latent-defect", name: "Latent defect" },
  ]);
  await content.organizations([
    { slug: "acme", name: "Acme" },
    { slug: sealed.organization, name: "Zyxorg" },
  ]);
  const importAll = async () => {
    const outcome = await importContent({ folder: content.folder, say: () => undefined });
    if (outcome.kind === "faulty") throw new Error(JSON.stringify(outcome.faults));
  };
  await write(`incidents/${sealed.slug}.md`, sealedDocument());
  await importAll();
  const related = "\n  - slug: open-one\n    why: Zyxwhy of the relation.";
  await write(`incidents/${sealed.slug}.md`, sealedDocument(related, "[[open-one]]"));
  for (const [at, slug] of ["open-one", "open-two", "open-three"].entries()) {
    await content.incident(slug, {
      started: `202${at}-02-01`,
      summary: `Zebras wobbled at ${slug}.`,
      related: at === 1 ? "open-one" : "",
      ...(at === 2 && { products: "[Gadget]" }),
    });
  }
  // Two spell it so, and one otherwise whom visitors may read.
  await content.incident("sealed-too", { visibility: "members", products: "[GADGET]" });
  await content.incident(sealed.merged, { visibility: "members" });
  const examples = [
    ["open-one", "It was so."],
    [sealed.slug, "Zyxexample of it."],
  ];
  await write(
    "patterns/wobbles.md",
    `---\ntitle: Wobbles\nincidents:\n${examples.map(([slug, why]) => `  - slug: ${slug}\n    why: ${why}\n`).join("")}---\n\nThings wobble.\n`,
  );
  await write(
    "reading/weekly-1.yaml",
    `newsletter: Weekly\nissue: 1\nupdated: 2024-01-01\nitems:\n  - title: An article\n    about: Something.\n    incidents: [open-two, ${sealed.slug}]\n    classes: [dns-failure]\n`,
  );
  await importAll();
  await mergeInto(sealed.merged, sealed.slug);
  return { drop: content.drop };
}

async function mergeInto(slug: string, into: string): Promise<void> {
  await execute(
    `UPDATE "Document" d SET "state" = 'merged', "mergedIntoId" = t."id" FROM "Document" t
     WHERE d."slug" = $1 AND t."slug" = $2`,
    [slug, into],
  );
  await rebuildProjection(() => undefined);
}

/** Leaves the library as if the members' document had never been published. */
export async function withoutTheSealed(): Promise<void> {
  const slugs = [sealed.slug, sealed.merged, "sealed-too"];
  await execute(
    `UPDATE "Document" SET "state" = 'binned', "binnedAt" = now(), "mergedIntoId" = NULL
     WHERE "slug" = ANY($1::text[])`,
    [slugs],
  );
  await rebuildProjection(() => undefined);
}
