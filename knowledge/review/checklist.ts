import type { IncidentDocument } from "#knowledge/incident/document";
import { aboutOrganizations, type KnownOrganization } from "#knowledge/incident/organization-meant";
import { faultsBeforePublishing } from "#knowledge/incident/publishable";
import { displacedIn, displacedInWords } from "#knowledge/incident/timeline-order";
import type { Misfit, Path } from "#knowledge/text/fault";
import { linesOfWordlessPictures } from "#knowledge/text/pictures";
import { refusedAddresses } from "#knowledge/text/refused-addresses";

import type { ChecklistItem } from "./checklist-item";
import { writtenOf, type Draft } from "./draft";
import { keyName } from "./key-names";
import { longestAt, tooLongInWords } from "./long-texts";
import { looseEnds } from "./loose-ends";
import { amountIn, isSafeguard } from "./part";
import { placeOf } from "./place";
import type { Template } from "./template";
import { unfilledGaps } from "./unfilled-gaps";

/** What to look at before a document is shown to an editor, and by an editor before readers see it. */
export interface Checklist {
  /** What keeps it from being published. */
  readonly needed: readonly ChecklistItem[];
  /** What usually makes a review better; nobody has to follow. */
  readonly advised: readonly ChecklistItem[];
}

interface Known {
  readonly template: Template;
  readonly organizations: readonly KnownOrganization[];
}

/** The checklist of a draft. */
export function checklistOf(draft: Draft, { template, organizations }: Known): Checklist {
  const { document, unfinished } = writtenOf(draft);
  return {
    needed: neededBeforePublishing(document, organizations),
    advised: [
      ...unreadFields(unfinished, document),
      ...unfilledGaps(draft),
      ...newOrganizations(document, organizations),
      ...emptySections(draft, template),
      ...disorderedEntries(document),
      ...asTheyBegin(document),
      ...aboutFactors(document),
      ...aboutActions(document),
      ...wordlessPictures(draft),
      ...refusedInStory(draft),
    ],
  };
}

/** What a document lacks before readers may see it, in words for who wrote it. */
export function neededBeforePublishing(
  document: IncidentDocument,
  organizations: readonly KnownOrganization[],
): ChecklistItem[] {
  const faults = faultsBeforePublishing(document)
    .filter((misfit) => !isAskedLater(misfit, document))
    .map((misfit) => ({
      place: placeOf(misfit.path, document),
      sentence: misfitInWords(misfit, document),
    }));
  return [...faults, ...misnamedOrganizations(document, organizations)];
}

/** How far a source was read is asked, and the field for it shown, once its kind says that it need be told. */
function isAskedLater({ path: [list, at, key] }: Misfit, { record }: IncidentDocument): boolean {
  if (list !== "sources" || key !== "seen" || typeof at !== "number") return false;
  return record.sources[at]?.kind === undefined;
}

/** What does not fit in a document, in words for who wrote it. */
export function misfitInWords({ path, message }: Misfit, document: IncidentDocument): string {
  const subject = subjectOf(path, document);
  // What a file has to hold is more than who writes in a field has to know.
  if (path.at(-1) === "at") return `${subject} lacks a time that can be read.`;
  const lacking = /^expected (.+), found nothing$/s.exec(message)?.[1];
  if (lacking !== undefined) return askedOfSource(path, document) ?? `${subject} lacks ${lacking}.`;
  const early = /^expected a time not before started \((.+)\), found (.+)$/s.exec(message);
  if (early) return `${keyName(String(path[0]))} is ${early[2]}, before harm began (${early[1]}).`;
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
  const held = isSafeguard(record.factors[at] ?? {});
  const number = record.factors.slice(0, at + 1).filter((row) => isSafeguard(row) === held).length;
  return `${held ? "Safeguard" : "Factor"} ${number}`;
}

/** What is asked of a source that lacks its kind, or of which nobody said how far it was read. */
function askedOfSource([list, at, key]: Path, { record }: IncidentDocument): string | null {
  if (list !== "sources" || typeof at !== "number") return null;
  const title = record.sources[at]?.title ?? "";
  if (key === "kind")
    return `Say what kind of source ${title ? `“${title}”` : `number ${at + 1}`} is.`;
  if (key === "seen") return `Say how far ${title ? `“${title}”` : `source ${at + 1}`} was read.`;
  return null;
}

/** What stands in fields that nobody can read is not in the document, and readers would miss it. */
function unreadFields(unfinished: Draft["unfinished"], document: IncidentDocument) {
  return Object.entries(unfinished).flatMap(([place, text]): ChecklistItem[] => {
    if (text.trim() === "" || place.includes("~")) return [];
    const longest = longestAt(place);
    const fault = longest === null ? null : tooLongInWords(text, longest);
    const sentence =
      fault === null
        ? `“${text}” is not in the record yet, so readers would not see it.`
        : `${fieldInWords(place, document)} is ${fault}. It is not in the record yet, so readers would not see it.`;
    return [{ place, sentence }];
  });
}

/** A field as the checklist calls it: “Action 2, owner”. */
function fieldInWords(place: string, document: IncidentDocument): string {
  const [list = "", row, ...keys] = place.split(".");
  const key = keys.findLast((step) => !/^\d+$/.test(step));
  if (row === undefined || key === undefined) return keyName(list);
  const rows: unknown = Reflect.get(document.record, list);
  const named = Array.isArray(rows)
    ? rows.findIndex((one: { readonly id?: unknown }) => one.id === row)
    : -1;
  const at = named === -1 ? Number(row) : named;
  return `${subjectOf([list, at], document)}, ${keyName(key).toLowerCase()}`;
}

/** Sections that the template asks for and that are still empty, in one sentence. */
function emptySections({ story, record }: Draft, template: Template): ChecklistItem[] {
  const empty = template.sections.filter(({ heading, part }) => {
    if (part === "frame" || part === "moments") return false;
    if (part !== undefined) return amountIn(part, record) === 0;
    return story.every((section) => section.heading !== heading || section.body.trim() === "");
  });
  const [first] = empty;
  if (!first) return [];
  const at = story.findIndex(({ heading }) => heading === first.heading);
  const headings = empty.map(({ heading }) => `“${heading}”`).join(", ");
  const sentence = `Still empty, and asked for by the template: ${headings}.`;
  return [{ place: first.part ?? `story.${at}`, sentence }];
}

/** Entries that stand below later ones: it may be meant so, and is never sorted unasked. */
function disorderedEntries({ record: { timeline } }: IncidentDocument): ChecklistItem[] {
  const displaced = displacedIn(timeline.map(({ at }) => at));
  const row = timeline[displaced[0] ?? -1];
  if (!row) return [];
  const sentence = `The timeline is not in the order of time: ${displacedInWords(displaced.length)}.`;
  return [{ place: `timeline.${row.id}`, sentence }];
}

/** So many rows that are all as a new one begins look as if nobody had chosen. */
const many = 4;

/** Rows of which nobody seems to have chosen what kind they are, or what part they played. */
function asTheyBegin({ record: { timeline, factors } }: IncidentDocument): ChecklistItem[] {
  const own = factors.filter((row) => !isSafeguard(row));
  const entries = timeline.every(({ kind }) => kind === "response") ? timeline : [];
  const preconditions = own.every(({ role }) => role === "precondition") ? own : [];
  const about = (
    [first, ...others]: readonly { readonly id: string }[],
    key: "timeline.kind" | "factors.role",
    sentence: (count: number) => string,
  ): ChecklistItem[] => {
    if (!first || others.length + 1 < many) return [];
    const place = key.replace(".", `.${first.id}.`);
    return [{ place, sentence: sentence(others.length + 1) }];
  };
  return [
    ...about(
      entries,
      "timeline.kind",
      (count) =>
        `All ${count} entries are of the kind “response”, as each begins: say which were something else.`,
    ),
    ...about(
      preconditions,
      "factors.role",
      (count) =>
        `All ${count} factors are preconditions, as each begins: say which set it off, made it worse or hid it.`,
    ),
  ];
}

function aboutFactors({ record }: IncidentDocument): ChecklistItem[] {
  const factors = record.factors.filter((row) => !isSafeguard(row));
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
    const pictures = counted(wordless, "picture has", "pictures have");
    return [
      {
        place: `story.${at}`,
        sentence: `${where}, ${pictures} no words for those who cannot see.`,
      },
    ];
  });
}

/** Pictures and links of which readers would get the words only. */
function refusedInStory({ story }: Draft): ChecklistItem[] {
  return story.flatMap(({ heading, body }, at) => {
    const { pictures, links } = refusedAddresses(body);
    const where = heading === null ? "Before the first heading" : `Under “${heading}”`;
    const of = (sentence: string) => ({ place: `story.${at}`, sentence: `${where}, ${sentence}` });
    const fromElsewhere = counted(pictures, "picture is", "pictures are");
    const leadNowhere = counted(links, "link leads", "links lead");
    return [
      ...(pictures === 0 ? [] : [of(`${fromElsewhere} of another site, and not shown.`)]),
      ...(links === 0 ? [] : [of(`${leadNowhere} to what no link may lead to.`)]),
    ];
  });
}

function misnamedOrganizations(
  { record }: IncidentDocument,
  known: readonly KnownOrganization[],
): ChecklistItem[] {
  return atOrganization(aboutOrganizations(record.organization, known, "called"));
}

function newOrganizations(
  { record }: IncidentDocument,
  known: readonly KnownOrganization[],
): ChecklistItem[] {
  return atOrganization(aboutOrganizations(record.organization, known, "new"));
}

function atOrganization(sentences: readonly string[]): ChecklistItem[] {
  return sentences.map((sentence) => ({ place: "organization", sentence }));
}

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}
