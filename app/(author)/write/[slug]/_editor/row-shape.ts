import {
  actionKinds,
  confidences,
  entryKinds,
  extents,
  outcomes,
  roles,
  seenMeanings,
  sourceKinds,
  stances,
  standings,
  sourceKindNames,
} from "#knowledge/incident/vocabulary-words";
import { keyName } from "#knowledge/review/key-names";

/** How a key of a row is filled in. */
export interface FieldShape {
  readonly key: string;
  readonly label: string;
  readonly as:
    | "line"
    | "text"
    | "choice"
    | "time"
    | "date"
    | "address"
    | "sources"
    | "source"
    | "factors"
    | "classes"
    | "incident"
    | "flag";
  readonly options?: readonly (readonly [value: string, name: string])[];
  readonly placeholder?: string;
  /** Shown only when it is asked for or says something. */
  readonly isMore?: boolean;
}

/** How a list of the record is written. */
export interface RowShape {
  readonly list: ListKey;
  /** One row of it, in words. */
  readonly noun: string;
  readonly fields: readonly FieldShape[];
  /** What a new row begins with, besides its id. */
  readonly fresh: Readonly<Record<string, unknown>>;
  readonly hasId: boolean;
}

export type ListKey =
  | "impact"
  | "timeline"
  | "factors"
  | "changes"
  | "claims"
  | "actions"
  | "questions"
  | "related"
  | "sources";

const named = (values: readonly string[]) =>
  values.map((value) => [value, value.replaceAll("-", " ")] as const);

const notChosen = ["", "choose"] as const;

const sources: FieldShape = { key: "source", label: "Sources", as: "sources" };

export const timelineShape: RowShape = {
  list: "timeline",
  noun: "entry",
  hasId: true,
  // Until its words tell another one; most entries tell what was done about it.
  fresh: { at: "", kind: "response", text: "", source: [] },
  fields: [
    { key: "at", label: "Time", as: "time", placeholder: "14:05, 2pm PST, ~09:00" },
    { key: "kind", label: "Kind", as: "choice", options: named(entryKinds) },
    { key: "text", label: "What happened", as: "text" },
    { key: "belief", label: "What was believed then", as: "text", isMore: true },
    sources,
  ],
};

export const factorShape: RowShape = {
  list: "factors",
  noun: "factor",
  hasId: true,
  // What claims least until somebody chooses: it was so before, and we conclude it from the rest. The
  // checklist points out factors that are all so.
  fresh: {
    role: "precondition",
    classes: [],
    mitigations: [],
    statement: "",
    source: [],
    standing: "inferred",
    luck: false,
  },
  fields: [
    { key: "role", label: "Role", as: "choice", options: named(roles) },
    {
      key: "statement",
      label: "Statement",
      as: "text",
      placeholder: "What was so, in one sentence",
    },
    { key: "classes", label: "Failure classes", as: "classes" },
    { key: "detail", label: "Mechanism", as: "text", placeholder: "How it contributed" },
    { key: "standing", label: "Standing", as: "choice", options: named(standings) },
    sources,
    { key: "luck", label: "It was luck", as: "flag" },
  ],
};

export const impactShape: RowShape = {
  list: "impact",
  noun: "row",
  hasId: false,
  fresh: { what: "", value: "", source: [] },
  fields: [
    { key: "what", label: "What", as: "line", placeholder: "Checkouts that failed" },
    { key: "value", label: "How much", as: "line", placeholder: "about 4,100 in 38 minutes" },
    {
      key: "figure",
      label: "Large figure",
      as: "line",
      placeholder: "4,100",
      isMore: true,
    },
    {
      key: "confidence",
      label: "Confidence",
      as: "choice",
      options: [["", "not said"], ...named(confidences)],
      isMore: true,
    },
    sources,
  ],
};

export const sourceShape: RowShape = {
  list: "sources",
  noun: "source",
  hasId: true,
  // What kind of source it is, and how far one from outside was read, somebody has to say.
  fresh: { title: "" },
  fields: [
    { key: "title", label: "Title", as: "line" },
    {
      key: "kind",
      label: "Kind",
      as: "choice",
      options: [notChosen, ...sourceKinds.map((kind) => [kind, sourceKindNames[kind]] as const)],
    },
    { key: "url", label: "Address", as: "address", placeholder: "https://" },
    { key: "publisher", label: "Publisher", as: "line", isMore: true },
    { key: "author", label: "Author", as: "line", isMore: true },
    { key: "published", label: "Published", as: "date", placeholder: "2024-07-19", isMore: true },
    {
      key: "seen",
      label: "How far it was read",
      as: "choice",
      options: [notChosen, ...extents.map((extent) => [extent, seenMeanings[extent]] as const)],
      isMore: true,
    },
  ],
};

export const actionShape: RowShape = {
  list: "actions",
  noun: "action",
  hasId: true,
  // What it is for, nobody says but its author.
  fresh: { text: "", factors: [], state: "open" },
  fields: [
    { key: "text", label: "What will be done", as: "text" },
    { key: "owner", label: "Owner", as: "line", placeholder: "a team or a role" },
    { key: "due", label: "Due", as: "date", placeholder: "2024-09-01" },
    {
      key: "state",
      label: "State",
      as: "choice",
      options: [
        ["open", "open"],
        ["done", "done"],
        ["declined", "decided not to"],
      ],
    },
    { key: "factors", label: "Weakens", as: "factors" },
    { key: "kind", label: "Kind", as: "choice", options: [notChosen, ...named(actionKinds)] },
    { key: "why", label: "Because", as: "text", isMore: true },
    { key: "doneWhen", label: "Done when", as: "text", isMore: true },
    { key: "link", label: "Ticket", as: "address", placeholder: "https://", isMore: true },
  ],
};

export const claimShape: RowShape = {
  list: "claims",
  noun: "claim",
  hasId: true,
  fresh: { statement: "", standing: "open", positions: [] },
  fields: [
    { key: "statement", label: "What is claimed", as: "text" },
    { key: "standing", label: "Outcome", as: "choice", options: named(outcomes) },
  ],
};

export const positionFields: readonly FieldShape[] = [
  { key: "source", label: "Source", as: "source" },
  { key: "stance", label: "Stance", as: "choice", options: [notChosen, ...named(stances)] },
  { key: "at", label: "Date", as: "date", isMore: true },
  { key: "note", label: "Note", as: "text", isMore: true },
];

export const changeShape: RowShape = {
  list: "changes",
  noun: "change",
  hasId: false,
  fresh: { text: "", source: [] },
  fields: [{ key: "text", label: "What was changed", as: "text" }, sources],
};

export const questionShape: RowShape = {
  list: "questions",
  noun: "question",
  hasId: false,
  fresh: { text: "" },
  fields: [
    { key: "text", label: "Question", as: "text" },
    { key: "owner", label: "Who may find out", as: "line" },
  ],
};

export const relatedShape: RowShape = {
  list: "related",
  noun: "incident",
  hasId: false,
  fresh: { slug: "", why: "" },
  fields: [
    {
      key: "slug",
      label: "Incident",
      as: "incident",
      placeholder: "its address, or words of its title",
    },
    { key: "why", label: "Why it is related", as: "text" },
  ],
};

const shapes = [
  timelineShape,
  factorShape,
  impactShape,
  sourceShape,
  actionShape,
  claimShape,
  changeShape,
  questionShape,
  relatedShape,
];

/** What the field of a key is called that rows of a list have; the key's own name where it has none. */
export function fieldName(list: string, key: string): string {
  const shape = shapes.find((one) => one.list === list);
  return shape?.fields.find((field) => field.key === key)?.label ?? keyName(key);
}
