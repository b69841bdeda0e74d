import type { IncidentDocument } from "#knowledge/incident/document";

import type { ReadAction } from "./action-words";
import type { Canonical } from "./canonical-heading";
import type { ReadChat } from "./chat-in-document";
import type { Label } from "./labels";
import type { ReadingWarning } from "./reading-warning";
import type { DocumentTimes, ReadEntry } from "./timeline";
import type { TimelinePart } from "./timeline-row";

/** A section as it was written. */
export interface ReadSection {
  /** Its heading without marks. */
  readonly heading: string;
  /** What it is about, where its heading or the sections around it say so. */
  readonly canonical: Canonical | null;
  /** Its body byte for byte, without the sections below it. */
  readonly body: string;
  /** The line of its heading, of its body's first line, and behind its last, counted from 0. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** Moments of the incident that the document states, each as a moment's text; local where no zone is known. */
export interface KeyMoments {
  readonly started: string | null;
  readonly detected: string | null;
  readonly mitigated: string | null;
  readonly resolved: string | null;
}

/** By what a moment was found. */
export interface MomentOrigin {
  /** The words that say it: a label's name, a mark in the timeline, a range in a sentence. */
  readonly words: string;
  /** The line on which they stand, counted from 0; -1 for none. */
  readonly line: number;
  /** What these words are; `day` where only the day is known. */
  readonly form: "label" | "mark" | "range" | "day";
  /** Whether the words say only something near to it. */
  readonly isGuess: boolean;
  /** What has to be said of how the time was read. */
  readonly doubts: readonly string[];
}

export type MomentOrigins = { readonly [Key in keyof KeyMoments]: MomentOrigin | null };

export interface ReadMeta {
  readonly severity: string | null;
  readonly status: string | null;
  /** A summary that front matter holds. */
  readonly summary: string | null;
  /** The parts that people had, without their names: "author", "incident commander". */
  readonly roles: readonly string[];
}

/** A review that somebody wrote elsewhere, as far as it could be read. */
export interface PostMortem {
  readonly title: string | null;
  readonly moments: KeyMoments;
  readonly origins: MomentOrigins;
  readonly timeline: readonly ReadEntry[];
  readonly sections: readonly ReadSection[];
  readonly actions: readonly ReadAction[];
  /** Whether it names a root cause, in a heading or a label. */
  readonly hasRootCause: boolean;
  readonly meta: ReadMeta;
  readonly labels: readonly Label[];
  readonly warnings: readonly ReadingWarning[];
  /** The text that was read, as Markdown, line by line; other layouts are brought to Markdown first. */
  readonly lines: readonly string[];
  /** The line of the title, -1 for none in the text; lines that hold names of people. */
  readonly titleLine: number;
  /** Whether nothing but its place says that it is the title. */
  readonly isTitleGuess: boolean;
  readonly peopleLines: ReadonlySet<number>;
  /** What the timeline was read from, to settle it anew when a person says day or zone. */
  readonly parts: readonly TimelinePart[];
  readonly times: DocumentTimes;
  /** The name of the file that it was read from; empty where it has none. */
  readonly file: string;
  /** Set where it held a chat, which was brought to a list of entries before it was read. */
  readonly chat: ReadChat | null;
  /** Set where the file is one of our own documents: it is taken exactly. */
  readonly own: IncidentDocument | null;
}
