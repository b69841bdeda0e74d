import type { Misfit, Path } from "#knowledge/text/fault";

import type { Citation, IncidentRecord } from "./document";
import { momentForms } from "./moment";
import { isOwnEvidence } from "./own-evidence";
import {
  actionKinds,
  extents,
  kindsWithoutAddress,
  sourceKinds,
  stances,
} from "./vocabulary-words";

const someText = "text";

const oneOf = (words: readonly string[]) =>
  `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;

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
  actions: [
    ["text", someText],
    ["kind", `a kind (${oneOf(actionKinds)})`],
  ],
  questions: [["text", someText]],
  related: [
    ["slug", "the slug of an incident"],
    ["why", someText],
  ],
} as const satisfies Partial<Record<keyof IncidentRecord, readonly (readonly [string, string])[]>>;

const neededOfSource = [
  ["title", someText],
  ["kind", oneOf(sourceKinds)],
] as const;

const neededOfPosition = [
  ["source", "the id of a source"],
  ["stance", `a stance (${oneOf(stances)})`],
] as const;

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
        lacking(position, ["claims", at, "positions", nth], neededOfPosition),
      ),
    ),
    ...record.actions.flatMap(({ state, why }, at) =>
      state === "declined" && why === undefined
        ? [nothing(["actions", at, "why"], "the reason why it was declined")]
        : [],
    ),
    ...record.sources.flatMap((source, at) => [
      ...lacking(source, ["sources", at], neededOfSource),
      ...(isOwnEvidence(source.kind) ? [] : lackingFromOutside(source, ["sources", at])),
    ]),
  ];
}

/** What a source lacks that is no evidence of one's own, or of which nobody said what it is. */
function lackingFromOutside({ url, kind, seen }: Citation, place: Path): Misfit[] {
  const address = `an address; only ${kindsWithoutAddress.join(", ")} may lack one`;
  return [
    ...(seen === undefined ? [nothing([...place, "seen"], oneOf(extents))] : []),
    ...(url === undefined && kind !== undefined ? [nothing([...place, "url"], address)] : []),
  ];
}

function lacking(row: object, place: Path, keys: readonly (readonly [string, string])[]): Misfit[] {
  return keys.flatMap(([key, wanted]) => {
    const value: unknown = Reflect.get(row, key);
    return value === "" || value === undefined ? [nothing([...place, key], wanted)] : [];
  });
}

function nothing(path: Path, wanted: string): Misfit {
  return { path, message: `expected ${wanted}, found nothing` };
}
