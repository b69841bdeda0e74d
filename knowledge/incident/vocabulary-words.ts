/**
 * The words of the closed vocabularies, in the order in which they are offered; `vocabulary.ts` makes
 * schemas of them. A browser that only offers them need not load what checks them.
 */

export const roles = [
  "precondition",
  "trigger",
  "amplifier",
  "detection",
  "recovery",
  "safeguard",
] as const;

export const standings = ["confirmed", "reported", "contested", "inferred"] as const;

export const severities = ["critical", "major", "moderate", "minor"] as const;

export const incidentKinds = ["incident", "near-miss"] as const;

export const visibilities = ["public", "members"] as const;

export const sectors = [
  "cloud",
  "saas",
  "cdn-and-network",
  "telecom",
  "finance",
  "transport",
  "health",
  "government",
  "industry",
  "security",
  "media-and-retail",
  "space",
  "energy",
] as const;

export const confidences = ["measured", "estimated", "unknown"] as const;

export const entryKinds = [
  "context",
  "change",
  "trigger",
  "impact",
  "detection",
  "response",
  "mitigation",
  "recovery",
  "communication",
  "follow-up",
] as const;

export const stances = ["asserts", "disputes", "corrects", "confirms", "conjectures"] as const;

export const outcomes = ["open", "contested", "confirmed", "refuted", "superseded"] as const;

export const actionKinds = ["prevent", "detect", "limit", "recover", "learn"] as const;

export const actionStates = ["open", "done", "declined"] as const;

export const sourceKinds = [
  "vendor-report",
  "vendor-status",
  "regulator",
  "press",
  "analysis",
  "research",
  "talk",
  "book",
  "log",
  "dashboard",
  "chat",
  "interview",
  "document",
] as const;

export const extents = ["full", "excerpt", "secondhand"] as const;

export const seenMeanings: Record<(typeof extents)[number], string> = {
  full: "read whole",
  excerpt: "read in part",
  secondhand: "known through another source",
};

export const sectorNames: Record<(typeof sectors)[number], string> = {
  cloud: "Cloud",
  saas: "Software as a service",
  "cdn-and-network": "CDN and network",
  telecom: "Telecommunications",
  finance: "Finance",
  transport: "Transport",
  health: "Health",
  government: "Government",
  industry: "Industry",
  security: "Security",
  "media-and-retail": "Media and retail",
  space: "Space",
  energy: "Energy",
};

export const sourceKindNames: Record<(typeof sourceKinds)[number], string> = {
  "vendor-report": "Organisation's report",
  "vendor-status": "Organisation's status page",
  regulator: "Regulator or inquiry",
  press: "Press",
  analysis: "Analysis",
  research: "Research",
  talk: "Talk",
  book: "Book",
  log: "Log",
  dashboard: "Dashboard",
  chat: "Chat",
  interview: "Interview",
  document: "Document",
};

/** Kinds of evidence from inside an organisation: only these may stand without an address. */
export const kindsWithoutAddress: readonly (typeof sourceKinds)[number][] = [
  "log",
  "dashboard",
  "chat",
  "interview",
  "document",
];
