import { withoutInvisible, withVisibleNames } from "#knowledge/text/invisible";
import { nearest } from "#knowledge/text/nearest";

/** A name that documents may give an organisation, and others that lead to it. */
export interface KnownOrganization {
  readonly name: string;
  readonly aka: readonly string[];
}

/** What somebody means who writes a name of an organisation. */
export type OrganizationMeant =
  | { readonly kind: "known" }
  /** Another name, or another spelling, of one that documents call so. */
  | { readonly kind: "called"; readonly name: string }
  /** One that no incident has named yet. `near`: a name so like it that it may be meant. */
  | { readonly kind: "new"; readonly near: string | null };

/** Each of a document's names with what is meant by it; a new one is known to those behind it. */
export function organizationsMeant(
  names: readonly string[],
  known: readonly KnownOrganization[],
): { readonly name: string; readonly meant: OrganizationMeant }[] {
  const all = [...known];
  return names.map((name) => {
    const meant = meantAmong(name, all);
    if (meant.kind === "new") all.push({ name, aka: [] });
    return { name, meant };
  });
}

/** What to know of these names before readers see them; nothing where all are known. */
export function aboutOrganizations(
  names: readonly string[],
  known: readonly KnownOrganization[],
  kind: "called" | "new" | "any" = "any",
): string[] {
  return organizationsMeant(names, known).flatMap(({ name, meant }) => {
    if (name === "" || meant.kind === "known" || (kind !== "any" && meant.kind !== kind)) return [];
    return [sentenceOn(withVisibleNames(name), meant)];
  });
}

function sentenceOn(name: string, meant: Exclude<OrganizationMeant, { kind: "known" }>): string {
  if (meant.kind === "called") return `“${name}” is called ${meant.name} here.`;
  const asked = meant.near === null ? "" : ` Or is ${meant.near} meant?`;
  return `“${name}” is new here: with the publication it becomes one of the organisations.${asked}`;
}

function meantAmong(name: string, known: readonly KnownOrganization[]): OrganizationMeant {
  if (known.some((one) => one.name === name)) return { kind: "known" };
  const sought = foldedName(name);
  const meant =
    known.find((one) => foldedName(one.name) === sought) ??
    known.find(({ aka }) => aka.some((other) => foldedName(other) === sought));
  if (meant) return { kind: "called", name: meant.name };
  const tidy = tidyName(name);
  if (tidy !== name) return { kind: "called", name: tidy };
  const [near = null] = nearest(
    name,
    known.map((one) => one.name),
  );
  return { kind: "new", near };
}

/** A name without letters that nobody sees, in one form of Unicode, with single spaces. */
function tidyName(name: string): string {
  return withoutInvisible(name).normalize("NFC").replace(/\s+/g, " ").trim();
}

/** Two names that fold alike are one organisation: case, width, spaces and joiners put aside. */
export function foldedName(name: string): string {
  const seen = name.normalize("NFKC").replace(/\p{Default_Ignorable_Code_Point}/gu, "");
  return tidyName(seen).toLowerCase();
}
