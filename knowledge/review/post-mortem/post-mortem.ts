import type { IncidentDocument } from "#knowledge/incident/document";

import type { ReadAction } from "./action-words";
import type { Canonical } from "./canonical-heading";
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
  readonly timeline: readonly ReadEntry[];
  readonly sections: readonly ReadSection[];
  readonly actions: readonly ReadAction[];
  /** Whether it names a root cause, in a heading or a label. */
  readonly hasRootCause: boolean;
  readonly meta: ReadMeta;
  readonly warnings: readonly ReadingWarning[];
  /** The text that was read, as Markdown, line by line; other layouts are brought to Markdown first. */
  readonly lines: readonly string[];
  /** The line of the title, -1 for none in the text; lines that hold names of people. */
  readonly titleLine: number;
  readonly peopleLines: ReadonlySet<number>;
  /** What the timeline was read from, to settle it anew when a person says day or zone. */
  readonly parts: readonly TimelinePart[];
  readonly times: DocumentTimes;
  /** Set where the file is one of our own documents: it is taken exactly. */
  readonly own: IncidentDocument | null;
}
