import type { Actor, Member } from "./actor";
import { includes, type Duty } from "./duty";

/**
 * Who may do what (DESIGN, 6): functions of (actor, thing), which ask nobody and know nothing of
 * requests. What a rule does not allow is not allowed.
 */

/** Where a document stands on its way to readers and from them. */
export type DocumentState = "draft" | "waiting" | "published" | "archived" | "merged" | "binned";

/** What the rules need to know of a document. */
export interface GuardedDocument {
  readonly state: DocumentState;
  readonly visibility: "public" | "members";
  /** Ids of the accounts that began it or with which it is shared. */
  readonly authors: readonly string[];
  /** Ids of the accounts whose saves readers have not seen and are asked to be shown. */
  readonly writers: readonly string[];
}

/** What the rules need to know of the whole site. */
export interface GuardedSite {
  readonly membersOnly: boolean;
  /** How many accounts may approve; closed ones do not count. */
  readonly approvers: number;
}

/** What one may do on the site as a whole. */
export type SiteAct =
  | "begin a review"
  | "see every draft"
  | "answer readers' notes"
  | "invite people"
  | "set duties"
  | "end sessions"
  | "reset passwords"
  | "change settings"
  | "read the audit log";

const neededFor: Readonly<Record<SiteAct, Duty>> = {
  "begin a review": "author",
  "see every draft": "editor",
  "answer readers' notes": "editor",
  "invite people": "admin",
  "set duties": "admin",
  "end sessions": "admin",
  "reset passwords": "admin",
  "change settings": "admin",
  "read the audit log": "admin",
};

/** Whether the actor may do this on the site. */
export function mayOnSite(actor: Actor, act: SiteAct): actor is Member {
  return hasDuty(actor, neededFor[act]);
}

/** Whether the actor may read what readers are shown of this document. */
export function mayRead(actor: Actor, document: GuardedDocument, site: GuardedSite): boolean {
  if (document.state !== "published" && document.state !== "archived") return false;
  return actor.kind === "member" || (document.visibility === "public" && !site.membersOnly);
}

/** What one may do with one document. */
export type DocumentAct =
  /** See its drafts and its whole history. */
  | "see"
  | "edit"
  | "share"
  | "ask for approval"
  | "bin"
  | "take out of the bin"
  | "approve"
  | "publish"
  | "unpublish"
  | "archive"
  | "merge";

interface Rule {
  readonly states: readonly DocumentState[];
  /** `authors`: those of this document, and editors. */
  readonly who: "authors" | "editors";
}

const inWork: readonly DocumentState[] = ["draft", "waiting", "published"];

const rules: Readonly<Record<DocumentAct, Rule>> = {
  // What it said before it became part of another one stays theirs to look up.
  see: { states: [...inWork, "archived", "merged", "binned"], who: "authors" },
  edit: { states: inWork, who: "authors" },
  share: { states: inWork, who: "authors" },
  "ask for approval": { states: inWork, who: "authors" },
  // What readers have seen is not thrown away: it is unpublished or archived first.
  bin: { states: ["draft", "waiting"], who: "authors" },
  "take out of the bin": { states: ["binned"], who: "authors" },
  approve: { states: inWork, who: "editors" },
  publish: { states: [...inWork, "archived"], who: "editors" },
  unpublish: { states: ["published"], who: "editors" },
  archive: { states: ["published"], who: "editors" },
  merge: { states: ["published", "archived"], who: "editors" },
};

/** Whether the actor may do this with the document as it stands. */
export function mayWith(
  actor: Actor,
  act: DocumentAct,
  document: GuardedDocument,
  site: GuardedSite,
): actor is Member {
  const { states, who } = rules[act];
  if (!states.includes(document.state)) return false;
  if (who === "authors") return hasDuty(actor, "editor") || isAuthorOf(actor, document);
  if (!hasDuty(actor, "editor")) return false;
  return act !== "approve" || mayJudge(actor, document, site);
}

/**
 * Nobody approves a document of which they are the only author, unless nobody else could. Whoever
 * has written all that readers have not seen is its only author, with whomever it was shared: that
 * takes one click.
 */
function mayJudge(
  actor: Member,
  { authors, writers }: GuardedDocument,
  site: GuardedSite,
): boolean {
  const isOnlyAuthor = [authors, writers].some(
    (people) => people.length > 0 && people.every((id) => id === actor.id),
  );
  return !isOnlyAuthor || site.approvers <= 1;
}

function isAuthorOf(actor: Actor, { authors }: GuardedDocument): boolean {
  return hasDuty(actor, "author") && authors.includes(actor.id);
}

function hasDuty(actor: Actor, duty: Duty): actor is Member {
  return actor.kind === "member" && includes(actor.duty, duty);
}
