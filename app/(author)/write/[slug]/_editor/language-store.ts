import type { CheckedDocument, DocumentFinding } from "#knowledge/language/check-document";
import type { Finding } from "#knowledge/language/finding";
import type { IncidentDocument } from "#knowledge/incident/document";
import type { Draft, SetAside } from "#knowledge/review/draft";

/** A finding in one field of the editor; `start` and `end` count in the text of that field. */
export interface PlacedFinding extends Finding {
  readonly place: string;
}

const none: readonly PlacedFinding[] = [];

/** What the language check has found, by field. */
export class LanguageStore {
  #byPlace = new Map<string, readonly PlacedFinding[]>();
  #all: readonly PlacedFinding[] = none;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get all(): readonly PlacedFinding[] {
    return this.#all;
  }

  at(place: string): readonly PlacedFinding[] {
    return this.#byPlace.get(place) ?? none;
  }

  /** Takes over what was found; a field whose findings are the same is not drawn anew. */
  take(found: readonly PlacedFinding[]): void {
    const before = this.#byPlace;
    this.#all = found;
    this.#byPlace = new Map();
    for (const one of found) {
      this.#byPlace.set(one.place, [...(this.#byPlace.get(one.place) ?? []), one]);
    }
    for (const [place, findings] of this.#byPlace) {
      const known = before.get(place);
      if (known && JSON.stringify(known) === JSON.stringify(findings)) {
        this.#byPlace.set(place, known);
      }
    }
    for (const listener of this.#listeners) listener();
  }
}

/** The findings of a document by the fields in which its texts are written. */
export function placedFindings(
  { findings }: Pick<CheckedDocument, "findings">,
  document: IncidentDocument,
  story: Draft["story"],
): PlacedFinding[] {
  return findings.flatMap(({ path, ...finding }): PlacedFinding[] => {
    if (path[0] === "story") return inSection(finding, story);
    const place = placeOf(path, document);
    return [{ ...finding, place }];
  });
}

function placeOf(path: DocumentFinding["path"], { record }: IncidentDocument): string {
  const [list, at, ...rest] = path;
  const rows: unknown = Reflect.get(record, String(list));
  const row: unknown = Array.isArray(rows) && typeof at === "number" ? rows[at] : undefined;
  const id: unknown = typeof row === "object" && row !== null ? Reflect.get(row, "id") : undefined;
  // Positions of a claim are known by their number, and so is the claim there.
  const step = typeof id === "string" && rest[0] !== "positions" ? id : at;
  return [list, step, ...rest].filter((one) => one !== undefined).join(".");
}

function inSection(finding: Finding, story: Draft["story"]): PlacedFinding[] {
  let from = 0;
  for (const [at, { head, body, tail }] of story.entries()) {
    const begin = from + head.length;
    if (finding.start >= begin && finding.end <= begin + body.length) {
      const [start, end] = [finding.start - begin, finding.end - begin];
      return [{ ...finding, start, end, place: `story.${at}` }];
    }
    from = begin + body.length + tail.length;
  }
  return [];
}

/** Whether somebody has set a finding aside. */
export function isSetAside(finding: PlacedFinding, setAside: readonly SetAside[]): boolean {
  return setAside.some(
    ({ place, rule, text }) =>
      place === finding.place && rule === finding.rule && text === finding.text,
  );
}
