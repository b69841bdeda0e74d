/**
 * What an import would do, before it does anything. A document is identified by its slug; the hash
 * (SHA-256, hex) of its whole text says whether two versions are the same.
 */

/** A document that the database holds. */
export interface Held {
  readonly slug: string;
  /** The file as it was last imported; null for a document begun in the browser. */
  readonly importedHash: string | null;
  /** What readers see; null when nothing is published. */
  readonly publishedHash: string | null;
}

/** A document that a file brings. */
export interface Incoming {
  readonly slug: string;
  readonly hash: string;
  /** Slugs that it had before. */
  readonly formerly: readonly string[];
}

export type Step =
  | { readonly kind: "create"; readonly slug: string }
  /** `from`: the slug that the document has until now, when the file renames it. */
  | { readonly kind: "update"; readonly slug: string; readonly from: string }
  | { readonly kind: "unchanged"; readonly slug: string }
  /** Published here since the last import, and the file says something else: left alone. */
  | { readonly kind: "conflict"; readonly slug: string }
  /** The file is gone; the document stays and is listed. */
  | { readonly kind: "vanished"; readonly slug: string };

/**
 * Compares what files bring with what is held, in the order of the slugs. `theirs` names documents
 * for which the file wins a conflict.
 */
export function planImport(
  held: readonly Held[],
  incoming: readonly Incoming[],
  theirs: ReadonlySet<string> = new Set(),
): Step[] {
  const bySlug = new Map(held.map((document) => [document.slug, document]));
  const brought = new Set(incoming.map(({ slug }) => slug));
  const met = new Set<string>();

  const steps = incoming.map((file): Step => {
    const from = [file.slug, ...file.formerly].find(
      (slug) => bySlug.has(slug) && (slug === file.slug || !brought.has(slug)),
    );
    const document = from === undefined ? undefined : bySlug.get(from);
    if (!document) return { kind: "create", slug: file.slug };
    met.add(document.slug);
    return stepFor(file, document, theirs);
  });

  const vanished = held
    .filter(({ slug, importedHash }) => importedHash !== null && !met.has(slug))
    .map(({ slug }): Step => ({ kind: "vanished", slug }));
  return [...steps, ...vanished].toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
}

function stepFor(file: Incoming, document: Held, theirs: ReadonlySet<string>): Step {
  const { slug, hash } = file;
  const renames = document.slug !== slug;
  const isSame = hash === document.publishedHash;
  // The file has not moved since the last import: whatever was published here since stays.
  const fileIsOld = hash === document.importedHash;
  if (!renames && (isSame || fileIsOld) && !theirs.has(slug)) return { kind: "unchanged", slug };
  if (isSame && !renames) return { kind: "unchanged", slug };
  const untouchedHere =
    document.importedHash !== null && document.importedHash === document.publishedHash;
  return untouchedHere || theirs.has(slug)
    ? { kind: "update", slug, from: document.slug }
    : { kind: "conflict", slug };
}

/** How many steps of each kind a plan has. */
export function countSteps(steps: readonly Step[]): Record<Step["kind"], number> {
  const counts = { create: 0, update: 0, unchanged: 0, conflict: 0, vanished: 0 };
  for (const { kind } of steps) counts[kind] += 1;
  return counts;
}

/** The plan in words: the counts, then every document that will change or needs a look. */
export function planInWords(steps: readonly Step[]): string {
  const counts = countSteps(steps);
  const summary = `${counts.create} to create, ${counts.update} to update, ${counts.unchanged} unchanged`;
  const more = [
    counts.conflict > 0 ? `${counts.conflict} in conflict` : "",
    counts.vanished > 0 ? `${counts.vanished} without a file` : "",
  ].filter(Boolean);
  const listed = steps.flatMap((step) => lineFor(step, counts.create));
  return [[summary, ...more].join(", "), ...listed].join("\n");
}

// A first import creates everything; a hundred lines that all say so help nobody.
const listedCreations = 20;

function lineFor(step: Step, creations: number): string[] {
  switch (step.kind) {
    case "create":
      return creations <= listedCreations ? [`  create    ${step.slug}`] : [];
    case "update":
      return [
        step.from === step.slug
          ? `  update    ${step.slug}`
          : `  update    ${step.slug} (until now ${step.from})`,
      ];
    case "conflict":
      return [
        `  conflict  ${step.slug}: published here since the last import and changed in the file; left alone.` +
          ` Take the file with --theirs ${step.slug}, or write ours over it with hindsight export.`,
      ];
    case "vanished":
      return [`  vanished  ${step.slug}: its file is gone; the document stays as it is`];
    case "unchanged":
      return [];
  }
}
