import type { Progress } from "#knowledge/review/stand";

import { outdated } from "./sending";

/** What became of a document while it was open in a browser. */
export interface News {
  /** In a word, for the editor's head, where the state alone would not say it. */
  readonly brief?: string;
  readonly sentence: string;
  /** Whether the page shows more of it once it is loaded again. */
  readonly isOnPage: boolean;
  /** Whether an editor did it, perhaps with words to the authors. */
  readonly isWord?: boolean;
}

const onPage = (sentence: string, brief?: string): News => ({
  sentence,
  isOnPage: true,
  ...(brief !== undefined && { brief }),
});

const sentBack: News = { ...onPage("It was sent back.", "Sent back"), isWord: true };
const published = onPage("It was published.");
const asked = onPage("Approval was asked for.");
const approved: News = { ...onPage("It was approved."), isWord: true };

const becameDraft: Readonly<Partial<Record<Progress["state"], News>>> = {
  waiting: sentBack,
  published: onPage("It was taken from readers, and is a draft again."),
  archived: onPage("It was taken out of the archive, and is a draft again."),
  binned: onPage("It was taken out of the bin."),
};

const became: Readonly<Partial<Record<Progress["state"], News>>> = {
  waiting: asked,
  published,
  archived: onPage("It was archived, and takes no changes."),
  merged: onPage("It became part of another one, and takes no changes."),
  binned: onPage("It was put into the bin, and takes no changes."),
};

const withoutPage: Readonly<Record<"closed" | "outdated", News>> = {
  closed: {
    sentence: "It is not open to your account any more.",
    brief: "Closed",
    isOnPage: false,
  },
  outdated: { sentence: outdated, brief: "Reload", isOnPage: true },
};

/** What happened between two looks at a document; null where nothing did that is to be told. */
export function newsOf(before: Progress, now: Progress | "closed" | "outdated"): News | null {
  if (now === "closed" || now === "outdated") return withoutPage[now];
  if (now.state !== before.state) {
    return (now.state === "draft" ? becameDraft[before.state] : became[now.state]) ?? null;
  }
  if (now.published !== before.published) return published;
  return newsOfWaiting(before.waiting, now.waiting);
}

function newsOfWaiting(before: Progress["waiting"], now: Progress["waiting"]): News | null {
  if (now === null) return before === null ? null : sentBack;
  if (now.revision !== before?.revision) return asked;
  return now.isApproved && !before.isApproved ? approved : null;
}
