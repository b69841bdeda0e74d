import type { IncidentDocument } from "#knowledge/incident/document";
import type { Path } from "#knowledge/text/fault";

import type { Kept } from "./passage";
import type { Three } from "./three-way";

/** Values by their keys: a record, a row, or the part of one that is chosen together. */
export type Fields = Readonly<Record<string, unknown>>;

/** A row of a list: its values, or the text that it is (a lesson). */
export type Row = Fields | string;

interface Place {
  /**
   * Where it stood in the merged document when that was made, positions as in the `.json` twin; for
   * a passage of the story `["story", line]`, from 0.
   */
  readonly path: Path;
  /** The id of the row in which it stands (the slug, under `related`); null where rows have none. */
  readonly id: string | null;
  /** Whose version stands in the merged document. */
  readonly kept: Kept;
}

/** Both authors changed one passage of a prose field or of the story: whole sentences or lines. */
export interface TextConflict extends Place, Three<string> {
  readonly kind: "text";
  /** Both wordings, with what must stand between them. */
  readonly both: string;
  /** What stands before and after it in the merged text, as far as it takes to find it again. */
  readonly before: string;
  readonly after: string;
}

/**
 * Both authors gave one key another value. Several keys stand together when only certain values go
 * with each other (a declined action has a reason); `path` leads to the record or row that has them.
 * A key that is absent from `base`, `ours` or `theirs` had no value there.
 */
export interface ValueConflict extends Place, Three<Fields> {
  readonly kind: "value";
  readonly keys: readonly string[];
}

/**
 * One author removed a row (null) that the other changed, or still names elsewhere. It stays, as
 * the other author has it.
 */
export interface RowConflict extends Place, Three<Row | null> {
  readonly kind: "row";
  readonly because: "edited" | "named";
}

/** Texts so large or so entangled that nothing less than the whole document can be chosen. */
export interface DocumentConflict extends Place, Three<IncidentDocument> {
  readonly kind: "document";
}

/**
 * What two authors did that cannot both hold. The merged document has one version or both; all
 * three stand here, so that nothing is lost and either can be chosen.
 */
export type Conflict = TextConflict | ValueConflict | RowConflict | DocumentConflict;

/** The same conflict one step further out: `step` is a key, or the position of a row. */
export function within(
  step: string | number,
  conflicts: readonly Conflict[],
  id: string | null = null,
): Conflict[] {
  return conflicts.map((conflict) => ({
    ...conflict,
    path: [step, ...conflict.path],
    id: id ?? conflict.id,
  }));
}
