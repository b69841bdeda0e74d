import type { Misfit, Path } from "#knowledge/text/fault";

import type { IncidentRecord } from "./document";
import { momentForms } from "./moment";
import { kindsWithoutAddress } from "./vocabulary-words";

const someText = "text";

/** What each row of a list must say before readers see it; a draft may lack it. */
const needed = {
  impact: [
    ["what", someText],
    ["value", someText],
  ],
  timeline: [
    ["at", momentForms],
    ["text", someText],
  ],
  factors: [["statement", someText]],
  changes: [["text", someText]],
  claims: [["statement", someText]],
  actions: [["text", someText]],
  questions: [["text", someText]],
  related: [
    ["slug", "the slug of an incident"],
    ["why", someText],
  ],
  sources: [["title", someText]],
} as const satisfies Partial<Record<keyof IncidentRecord, readonly (readonly [string, string])[]>>;

/** Misfits for everything that a row still lacks, in the order of the lists. */
export function unfinishedRows(record: IncidentRecord): Misfit[] {
  const lists = Object.entries(needed).flatMap(([list, keys]) => {
    const rows: unknown = Reflect.get(record, list);
    return Array.isArray(rows) ? rows.flatMap((row, at) => lacking(row, [list, at], keys)) : [];
  });
  return [
    ...lists,
    ...record.claims.flatMap(({ positions }, at) =>
      positions.flatMap((position, nth) =>
        lacking(position, ["claims", at, "positions", nth], [["source", "the id of a source"]]),
      ),
    ),
    ...record.actions.flatMap(({ state, why }, at) =>
      state === "declined" && why === undefined
        ? [nothing(["actions", at, "why"], "the reason why it was declined")]
        : [],
    ),
    ...record.sources.flatMap(({ url, kind }, at) =>
      url === undefined && !kindsWithoutAddress.includes(kind)
        ? [
            nothing(
              ["sources", at, "url"],
              `an address; only ${kindsWithoutAddress.join(", ")} may lack one`,
            ),
          ]
        : [],
    ),
  ];
}

function lacking(row: object, place: Path, keys: readonly (readonly [string, string])[]): Misfit[] {
  return keys.flatMap(([key, wanted]) =>
    Reflect.get(row, key) === "" ? [nothing([...place, key], wanted)] : [],
  );
}

function nothing(path: Path, wanted: string): Misfit {
  return { path, message: `expected ${wanted}, found nothing` };
}
