import * as z from "zod";

import {
  actionKinds,
  actionStates,
  confidences,
  entryKinds,
  extents,
  incidentKinds,
  outcomes,
  roles,
  sectors,
  severities,
  sourceKinds,
  stances,
  standings,
  visibilities,
} from "./vocabulary-words";

/**
 * The closed vocabularies of an incident document. Each is one list; the zod schema, the database's
 * enum (compared by a test), the filters and the labels on pages all come from it.
 */

/** The part a factor played in the incident, in the order in which the factor chain shows them. */
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** What each role means; shown wherever a reader may ask. */
export const roleMeanings: Record<Role, string> = {
  precondition: "Was in place before, and the trigger would have passed without it.",
  trigger: "The last event that set the harm off.",
  amplifier: "Made the harm wider, larger or longer than the trigger alone.",
  detection: "Delayed noticing, or pointed understanding the wrong way.",
  recovery: "Made repair slower or harder.",
  safeguard: "Limited the harm or shortened it: what held.",
};

/** How sure the record is of a factor. */
export const Standing = z.enum(standings);
export type Standing = z.infer<typeof Standing>;

export const standingMeanings: Record<Standing, string> = {
  confirmed: "The organisation itself says so.",
  reported: "Others say so.",
  contested: "Sources disagree.",
  inferred: "Concluded from the record; no source says it outright.",
};

/** How bad it was; for a near miss, how bad it could have been. Worst first. */
export const Severity = z.enum(severities);
export type Severity = z.infer<typeof Severity>;

export const severityMeanings: Record<Severity, string> = {
  critical: "Society or many organisations were affected.",
  major: "A main product was down for many.",
  moderate: "Part of a service, or some of its users.",
  minor: "Little was lost.",
};

export const IncidentKind = z.enum(incidentKinds);
export type IncidentKind = z.infer<typeof IncidentKind>;

/** Who may read a published document: anybody, or accounts of this site only. */
export const Visibility = z.enum(visibilities);
export type Visibility = z.infer<typeof Visibility>;

export const NoticedBy = z.enum(["monitor", "person", "customer", "outsider"]);
export type NoticedBy = z.infer<typeof NoticedBy>;

export const Sector = z.enum(sectors);
export type Sector = z.infer<typeof Sector>;

export const Confidence = z.enum(confidences);
export type Confidence = z.infer<typeof Confidence>;

/** What kind of event a timeline entry tells of. */
export const EntryKind = z.enum(entryKinds);
export type EntryKind = z.infer<typeof EntryKind>;

/** What a source does to a claim. */
export const Stance = z.enum(stances);
export type Stance = z.infer<typeof Stance>;

/** What has become of a claim (its key is `standing`). */
export const Outcome = z.enum(outcomes);
export type Outcome = z.infer<typeof Outcome>;

export const outcomeMeanings: Record<Outcome, string> = {
  open: "Nobody has published an answer yet.",
  contested: "Sources disagree, and nothing has settled it.",
  confirmed: "Doubted or guessed at first; later evidence bore it out.",
  refuted: "Later evidence speaks against it.",
  superseded: "A later account took its place.",
};

export const ActionKind = z.enum(actionKinds);
export const ActionState = z.enum(actionStates);

export const SourceKind = z.enum(sourceKinds);
export type SourceKind = z.infer<typeof SourceKind>;

/** How far a source was read for this document, furthest first. */
export const Seen = z.enum(extents);
export type Seen = z.infer<typeof Seen>;
