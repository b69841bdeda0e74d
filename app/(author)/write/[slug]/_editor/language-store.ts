import type { CheckedDocument } from "#knowledge/language/check-document";
import type { Finding } from "#knowledge/language/finding";
import type { IncidentDocument } from "#knowledge/incident/document";
import type { Draft } from "#knowledge/review/draft";
import { placeOf } from "#knowledge/review/place";
import type { SetAside } from "#knowledge/review/set-aside";

/** A finding in one field of the editor; `start` and `end` count in the text of that field. */
export interface PlacedFinding extends Finding {
  readonly place: string;
}

const none: readonly PlacedFinding[] = [];

/** What the language check has found, by field. */
export class LanguageStore {
  #byPlace = new Map<string, readonly PlacedFinding[]>();
  #all: readonly PlacedFinding[] = none;
  #praise: CheckedDocument["praise"] = { safeguards: 0, decisionsWithCues: 0 };
  #check: () => Promise<void> = async () => {};
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get all(): readonly PlacedFinding[] {
    return this.#all;
  }

  /** What the document does well. */
  get praise(): CheckedDocument["praise"] {
    return this.#praise;
  }

  at(place: string): readonly PlacedFinding[] {
    return this.#byPlace.get(place) ?? none;
  }

  /** Says who checks the draft at once when that is asked for. */
  checkBy(check: () => Promise<void>): void {
    this.#check = check;
  }

  /** Resolves once the draft as it stands is checked, or after so many milliseconds all the same. */
  async checked(longest: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, longest);
    });
    await Promise.race([this.#check(), late]);
    clearTimeout(timer);
  }

  /** Takes over what was found; a field whose findings are the same is not drawn anew. */
  take(found: readonly PlacedFinding[], praise: CheckedDocument["praise"]): void {
    const before = this.#byPlace;
    this.#all = found;
    this.#praise = praise;
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

/** The text of a field as the check reads it, without space around it; the story keeps its own. */
export function textAt(draft: Draft, place: string): string {
  const [list = "", ...path] = place.split(".");
  if (list === "story") return draft.story[Number(path[0])]?.body ?? "";
  const text = path.reduce(stepInto, Reflect.get(draft.record, list));
  return typeof text === "string" ? text.trim() : "";
}

/** What stands under a key of a value, at a position of a list, or in its row of an id. */
function stepInto(value: unknown, step: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  if (!Array.isArray(value)) return Reflect.get(value, step);
  const rows: readonly unknown[] = value;
  const isNamed = (row: unknown) =>
    typeof row === "object" && row !== null && Reflect.get(row, "id") === step;
  return rows.find(isNamed) ?? rows[Number(step)];
}

/** Whether somebody has set a finding aside. */
export function isSetAside(finding: PlacedFinding, setAside: readonly SetAside[]): boolean {
  return setAside.some(
    ({ place, rule, text }) =>
      place === finding.place && rule === finding.rule && text === finding.text,
  );
}

const naming: ReadonlySet<string> = new Set(["personal-name", "handle", "e-mail-address"]);

/** Whether a finding is the name of a person, or an address by which one is known. */
export function namesPerson({ rule }: PlacedFinding): boolean {
  return naming.has(rule);
}

/**
 * Everything that was found of the person whom a finding names, it included: the part to use, with
 * its letter, is nobody else's. Empty where it names nobody.
 */
export function allOfPerson(
  finding: PlacedFinding,
  findings: readonly PlacedFinding[],
): PlacedFinding[] {
  if (!namesPerson(finding)) return [];
  const partOf = ([part = ""]: readonly string[]) => part.toLowerCase();
  const part = partOf(finding.suggestions);
  return findings.filter((one) => namesPerson(one) && partOf(one.suggestions) === part);
}

/** How many findings there are of each level: “1 strong, 3 hints”. */
export function tally(findings: readonly PlacedFinding[]): string {
  const words = { strong: "strong", likely: "likely", hint: "a hint" } as const;
  return (["strong", "likely", "hint"] as const)
    .flatMap((level) => {
      const count = findings.filter((one) => one.level === level).length;
      if (count === 0) return [];
      return level === "hint"
        ? `${count} ${count === 1 ? "hint" : "hints"}`
        : `${count} ${words[level]}`;
    })
    .join(", ");
}
