import type { IncidentDocument } from "#knowledge/incident/document";
import type { Organization } from "#knowledge/incident/organization";
import type { Family } from "#knowledge/taxonomy/taxonomy";
import type { Term } from "#knowledge/taxonomy/term";
import type { Path } from "#knowledge/text/fault";

import type { Pattern } from "./pattern";
import type { ReadingList } from "./reading-list";
import type { Template } from "#knowledge/review/template";

/** Where a thing was read, for faults that show only beside the others. */
export interface Placed {
  readonly file: string;
  readonly lineOf: (path: Path) => number;
}

/** An incident as a file. */
export interface IncidentFile extends Placed {
  readonly slug: string;
  readonly hash: string;
  readonly source: string;
  readonly document: IncidentDocument;
  /** The line of the file, from 1, on which the story begins. */
  readonly storyLine: number;
}

/** The text of a file of Markdown after its front matter. */
interface Body {
  readonly body: string;
  readonly bodyLine: number;
}

export type PatternFile = Pattern & Placed & Body & { readonly slug: string };
export type ReadingListFile = ReadingList & Placed & { readonly slug: string };
export type TemplateFile = Template & Placed & Body & { readonly slug: string };

/** A picture in a folder, with what was found when it was decoded. */
export interface ShownPicture {
  readonly hash: string;
  readonly width: number;
  readonly height: number;
}

/** Everything that a content folder says. */
export interface Content {
  readonly incidents: readonly IncidentFile[];
  readonly families: readonly Family[];
  readonly organizations: readonly Organization[];
  readonly terms: readonly Term[];
  readonly patterns: readonly PatternFile[];
  readonly readingLists: readonly ReadingListFile[];
  readonly templates: readonly TemplateFile[];
  /** The pictures that incidents show. */
  readonly pictures: readonly ShownPicture[];
  /** All files that were read, in the order of their names, with a hash of their bytes. */
  readonly files: readonly { readonly name: string; readonly hash: string }[];
  /** The files beside the incidents as they were read, byte for byte. */
  readonly beside: readonly { readonly name: string; readonly source: string }[];
}
