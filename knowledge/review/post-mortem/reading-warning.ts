import type { TimeWarningKind } from "#knowledge/incident/time-warning";

/** What has to be said of how a document was read, beyond what is said of single times. */
export type ReadingWarningKind =
  | TimeWarningKind
  /** An entry stands there twice. */
  | "duplicate"
  /** An entry has a time of day, and nothing says of which day. */
  | "missing-date"
  /** An entry has no time, or one that could not be read. */
  | "unreadable-time"
  /** Entries without a date are of the day that the title, the file's name or a label gives. */
  | "carried-date"
  /** Entries without a date are of the day of an entry above, where it is a guess. */
  | "carried-guess"
  /** Entries without a zone have the one that other entries name. */
  | "carried-zone"
  /** Two places of the document give dates that do not fit together. */
  | "dates-disagree"
  /** An entry is struck through. */
  | "struck"
  /** Entries were found in running text. */
  | "from-prose"
  /** It has no title, where others of its layout do. */
  | "missing-title"
  /** Nothing says when it started. */
  | "missing-start"
  /** There is no timeline. */
  | "no-timeline"
  /** A chat was read, in which names were replaced and lines left out. */
  | "chat"
  /** Fields of a vendor's data were left out. */
  | "left-out"
  /** Pictures were left out, of which only the names came. */
  | "picture"
  /** The file holds several incidents. */
  | "several-incidents"
  /** Only a part of the file was read. */
  | "cut"
  /** The bytes of the file are not what they should be. */
  | "encoding"
  /** It is laid out like one of our documents, with faults in it. */
  | "faulty-document"
  /** Nothing could be read. */
  | "unreadable";

export interface ReadingWarning {
  readonly kind: ReadingWarningKind;
  /** One sentence for the person who imports. */
  readonly sentence: string;
  /** The entry of the timeline that it belongs to, counted from 0. */
  readonly entry?: number;
}
