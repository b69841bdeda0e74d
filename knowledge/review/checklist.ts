import type { IncidentDocument } from "#knowledge/incident/document";
import { faultsBeforePublishing } from "#knowledge/incident/publishable";
import type { Misfit, Path } from "#knowledge/text/fault";
import { linesOfWordlessPictures } from "#knowledge/text/pictures";

import { documentOf, type Draft } from "./draft";
import { keyName } from "./key-names";
import { looseEnds } from "./loose-ends";
import { placeOf } from "./place";
import type { Template } from "./template";

/** One thing to look at, and the field in which it stands, as `placeOf` names it. */
export interface ChecklistItem {
  readonly place: string;
  readonly sentence: string;
}

/** What to look at before a document is shown to an editor, and by an editor before readers see it. */
export interface Checklist {
  /** What keeps it from being published. */
  readonly needed: readonly ChecklistItem[];
  /** What usually makes a review better; nobody has to follow. */
  readonly advised: readonly ChecklistItem[];
}

/** A name that documents may give an organisation, and others that lead to it. */
export interface KnownOrganization {
  readonly name: string;
  readonly aka: readonly string[];
}

interface Known {
  readonly template: Template;
  readonly organizations: readonly KnownOrganization[];
}

/** The checklist of a draft. */
export function checklistOf(draft: Draft, { template, organizations }: Known): Checklist {
  const document = documentOf(draft);
  return {
    needed: neededBeforePublishing(document, organizations),
    advised: [
      ...unreadFields(draft, document),
      ...emptySections(draft, template),
      ...aboutFactors(document),
      ...aboutActions(document),
      ...wordlessPictures(draft),
    ],
  };
}

/** What a document lacks before readers may see it, in words for who wrote it. */
export function neededBeforePublishing(
  document: IncidentDocument,
  organizations: readonly KnownOrganization[],
): ChecklistItem[] {
  const faults = faultsBeforePublishing(document).map((misfit) => ({
    place: placeOf(misfit.path, document),
    sentence: inWords(misfit, document),
  }));
  return [...faults, ...unknownOrganizations(document, organizations)];
}

function inWords({ path, message }: Misfit, document: IncidentDocument): string {
  const subject = subjectOf(path, document);
  // What a file has to hold is more than who writes in a field has to know.
  if (path.at(-1) === "at") return `${subject} lacks a time that can be read.`;
  const lacking = /^expected (.+), found nothing$/s.exec(message)?.[1];
  if (lacking !== undefined) return `${subject} lacks ${lacking}.`;
  const key = path.findLast((step) => typeof step === "string");
  const field = path.length > 2 && typeof key === "string" ? `, ${keyName(key).toLowerCase()}` : "";
  return `${subject}${field}: ${message}.`;
}

const nouns: Readonly<Record<string, string>> = {
  impact: "Row of the impact",
  timeline: "Entry",
  factors: "Factor",
  changes: "Change",
  claims: "Claim",
  actions: "Action",
  questions: "Question",
  related: "Related incident",
  sources: "Source",
};

function subjectOf([list, at]: Path, { record }: IncidentDocument): string {
  if (list === "story") return "The story";
  if (typeof at !== "number") return "The review";
  if (list !== "factors") return `${nouns[String(list)] ?? String(list)} ${at + 1}`;
  // Safeguards stand in a section of their own, and are counted there.
  const isSafeguard = record.factors[at]?.role === "safeguard";
  const before = record.factors.slice(0, at + 1);
  const number = before.filter(({ role }) => (role === "safeguard") === isSafeguard).length;
  return `${isSafeguard ? "Safeguard" : "Factor"} ${number}`;
}

/** What stands in fields that nobody can read is not in the document, and readers would miss it. */
function unreadFields({ unfinished }: Draft, { record }: IncidentDocument): ChecklistItem[] {
  const present = new Set(rowIdsIn(record));
  return Object.entries(unfinished).flatMap(([place, text]) => {
    const [, row] = place.split(".");
    if (text.trim() === "" || (row !== undefined && !present.has(row))) return [];
    return [{ place, sentence: `“${text}” cannot be read, so readers would not see it.` }];
  });
}

function rowIdsIn(record: IncidentDocument["record"]): string[] {
  const lists = ["timeline", "factors", "claims", "actions", "sources"] as const;
  const named = lists.flatMap((list) => record[list].map(({ id }) => id));
  const rowsByNumber = ["impact", "changes", "questions", "related"] as const;
  return [...named, ...rowsByNumber.flatMap((list) => record[list].map((_, at) => String(at)))];
}

/** Sections that the template asks for and that are still empty, in one sentence. */
function emptySections({ story, record }: Draft, template: Template): ChecklistItem[] {
  const empty = template.sections.filter(({ heading, part }) => {
    if (part === "frame" || part === "moments") return false;
    if (part === "safeguards") return !record.factors.some(({ role }) => role === "safeguard");
    if (part === "factors") return !record.factors.some(({ role }) => role !== "safeguard");
    if (part !== undefined) return isNothing(record[part]);
    return story.every((section) => section.heading !== heading || section.body.trim() === "");
  });
  const [first] = empty;
  if (!first) return [];
  const at = story.findIndex(({ heading }) => heading === first.heading);
  const headings = empty.map(({ heading }) => `“${heading}”`).join(", ");
  const sentence = `Still empty, and asked for by the template: ${headings}.`;
  return [{ place: first.part ?? `story.${at}`, sentence }];
}

function isNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return typeof value !== "string" || value.trim() === "";
}

function aboutFactors({ record }: IncidentDocument): ChecklistItem[] {
  const factors = record.factors.filter(({ role }) => role !== "safeguard");
  const [only] = factors;
  const place = "factors";
  if (only && factors.length === 1) {
    const sentence =
      "There is one factor only. What let it through, what made it worse, what was already so?";
    return [{ place, sentence }];
  }
  const unclassed = factors.filter(({ classes }) => classes.length === 0);
  return unclassed.slice(0, 1).map(({ id }) => ({
    place: `factors.${id}.classes`,
    sentence: `${counted(unclassed.length, "factor has", "factors have")} no failure class: nobody who searches by class will find them.`,
  }));
}

/** Factors that no action touches, and actions that touch no factor or have nobody to do them. */
function aboutActions({ record }: IncidentDocument): ChecklistItem[] {
  const { actions } = record;
  if (actions.length === 0) return [];
  const { untouched, loose } = looseEnds(record);
  const ownerless = actions.filter(({ owner, state }) => state === "open" && owner === undefined);
  return [
    ...aboutRows("factors", untouched, ["factor is", "factors are", "touched by no action"]),
    ...aboutRows("actions", loose, ["action is", "actions are", "tied to no factor"]),
    ...aboutRows("actions", ownerless, ["open action has", "open actions have", "no owner"]),
  ];
}

/** How many rows lack something, in a sentence that leads to the first of them. */
function aboutRows(
  list: "factors" | "actions",
  [first, ...others]: readonly { readonly id: string }[],
  [one, several, what]: readonly [one: string, several: string, what: string],
): ChecklistItem[] {
  if (!first) return [];
  const sentence = `${counted(others.length + 1, one, several)} ${what}.`;
  return [{ place: `${list}.${first.id}`, sentence }];
}

function wordlessPictures({ story }: Draft): ChecklistItem[] {
  return story.flatMap(({ heading, body }, at) => {
    const wordless = linesOfWordlessPictures(body).length;
    if (wordless === 0) return [];
    const where = heading === null ? "Before the first heading" : `Under “${heading}”`;
    const pictures = counted(wordless, "picture says", "pictures say");
    return [{ place: `story.${at}`, sentence: `${where}, ${pictures} nothing to who cannot see.` }];
  });
}

function unknownOrganizations(
  { record }: IncidentDocument,
  known: readonly KnownOrganization[],
): ChecklistItem[] {
  const names = new Set(known.map(({ name }) => name));
  return record.organization
    .filter((name) => !names.has(name))
    .map((name) => {
      const meant = known.find(({ aka }) => aka.includes(name))?.name;
      const sentence =
        meant === undefined
          ? `“${name}” is not among the organisations of this knowledge base: an admin adds it to organizations.yaml.`
          : `“${name}” is called ${meant} here.`;
      return { place: "organization", sentence };
    });
}

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}
