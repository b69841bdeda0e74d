/**
 * What an import would do, before it does anything. A document is identified by its slug; the hash
 * (SHA-256, hex) of its whole text says whether two versions are the same.
 */

/** A document that the database holds. */
export interface Held {
  readonly slug: string;
  /** The file as it was last imported; null for a document begun in the browser. */
  readonly importedHash: string | null;
  /** What readers see or last saw; null when nothing was ever published. */
  readonly publishedHash: string | null;
  /** Archived, merged or in the bin: somebody here took it from the readers on purpose. */
  readonly isWithdrawn: boolean;
  /** Something was written here that readers have not seen. */
  readonly isBeingRevised: boolean;
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
  /** Its file is gone and another one names it under `formerly`: it becomes part of that one. */
  | { readonly kind: "merge"; readonly slug: string; readonly into: string }
  /**
   * The file would undo what was done here: left alone. `into`: the one of which it would become
   * part, and whose file wins where that is said.
   */
  | {
      readonly kind: "conflict";
      readonly slug: string;
      readonly why: ConflictReason;
      readonly into?: string;
    }
  /** The file is gone; the document stays and is listed. */
  | { readonly kind: "vanished"; readonly slug: string };

/**
 * Published here since the last import, taken from the readers here, or with a draft here that
 * readers have not seen; the file says otherwise.
 */
export type ConflictReason = "published here" | "withdrawn here" | "being revised here";

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

  const steps = incoming.flatMap((file): Step[] => {
    // A file keeps its own document; one that has none yet continues the first it was called before.
    const earlier = file.formerly.filter((slug) => bySlug.has(slug) && !brought.has(slug));
    const from = bySlug.has(file.slug) ? file.slug : earlier.find((slug) => !met.has(slug));
    const document = from === undefined ? undefined : bySlug.get(from);
    const merged = earlier.filter((slug) => slug !== from && !met.has(slug));
    for (const slug of [...merged, ...(from === undefined ? [] : [from])]) met.add(slug);
    const own: Step = document
      ? stepFor(file, document, theirs)
      : { kind: "create", slug: file.slug };
    if (own.kind === "conflict") return [own];
    const isTaken = theirs.has(file.slug);
    return [own, ...merged.map((slug) => mergeStep(slug, file.slug, bySlug.get(slug), isTaken))];
  });

  const vanished = held
    .filter((document) => document.importedHash !== null && !document.isWithdrawn)
    .filter(({ slug }) => !met.has(slug))
    .map(({ slug }): Step => ({ kind: "vanished", slug }));
  return [...steps, ...vanished].toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
}

function stepFor(file: Incoming, document: Held, theirs: ReadonlySet<string>): Step {
  const { slug, hash } = file;
  const update: Step = { kind: "update", slug, from: document.slug };
  if (document.slug !== slug)
    return mayTake(document) || theirs.has(slug) ? update : conflict(slug, document);
  // The same, or a file that has not moved since the last import: whatever is here stays.
  const isSame = hash === document.publishedHash && !document.isWithdrawn;
  if (isSame || (hash === document.importedHash && !theirs.has(slug)))
    return { kind: "unchanged", slug };
  return mayTake(document) || theirs.has(slug) ? update : conflict(slug, document);
}

function mergeStep(slug: string, into: string, held: Held | undefined, isTaken: boolean): Step {
  if (held?.isBeingRevised && !isTaken)
    return { kind: "conflict", slug, why: "being revised here", into };
  return { kind: "merge", slug, into };
}

/** Nothing was done here that the file would undo. */
function mayTake({ importedHash, publishedHash, isWithdrawn, isBeingRevised }: Held): boolean {
  if (isWithdrawn || isBeingRevised) return false;
  return importedHash !== null && importedHash === publishedHash;
}

function conflict(slug: string, { isWithdrawn, isBeingRevised }: Held): Step {
  if (isWithdrawn) return { kind: "conflict", slug, why: "withdrawn here" };
  return { kind: "conflict", slug, why: isBeingRevised ? "being revised here" : "published here" };
}

/** How many steps of each kind a plan has. */
export function countSteps(steps: readonly Step[]): Record<Step["kind"], number> {
  const counts = { create: 0, update: 0, merge: 0, unchanged: 0, conflict: 0, vanished: 0 };
  for (const { kind } of steps) counts[kind] += 1;
  return counts;
}

/** The plan in words: the counts, then every document that will change or needs a look. */
export function planInWords(steps: readonly Step[]): string {
  const counts = countSteps(steps);
  const summary = `${counts.create} to create, ${counts.update} to update, ${counts.unchanged} unchanged`;
  const more = [
    counts.merge > 0 ? `${counts.merge} to merge` : "",
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
      return [`  conflict  ${step.slug}: ${conflictInWords(step)}`];
    case "merge":
      return [`  merge     ${step.slug} into ${step.into}; its address leads there from now on`];
    case "vanished":
      return [`  vanished  ${step.slug}: its file is gone; the document stays as it is`];
    case "unchanged":
      return [];
  }
}

function conflictInWords(step: Extract<Step, { kind: "conflict" }>): string {
  const { slug, why, into } = step;
  if (into !== undefined)
    return `${why}, so it was not made part of ${into}. Do it all the same with --theirs ${into}.`;
  if (why === "being revised here")
    return (
      `${why}, and the file says otherwise than what readers see; left alone. Take the file with` +
      ` --theirs ${slug}, and the draft stays in its history only.`
    );
  return (
    `${why} since the last import, and the file says otherwise; left alone.` +
    ` Take the file with --theirs ${slug}, or write ours over it with hindsight export.`
  );
}
