import type { IncidentRecord } from "#knowledge/incident/document";
import { keyName } from "#knowledge/review/key-names";
import type { Conflict } from "#knowledge/review/merge/conflict";
import { wordingOf } from "#knowledge/review/merge/wording";

import type { MergeTold, ZoneTold } from "./merge-told";
import { fieldName } from "./row-shape";

/** So many characters of a row's words tell it from the others. */
const longest = 60;

/**
 * Where a conflict is, as the sections and fields of the editor are called: its row by the words it
 * has, for its id is an address, which nobody reads.
 */
export function placeInWords(conflict: Conflict, record: IncidentRecord): string {
  const keys = conflict.path.filter((step) => typeof step === "string");
  const [list, ...rest] = conflict.kind === "value" ? [...keys, ...conflict.keys] : keys;
  if (list === undefined) return "The whole document";
  if (list === "story") return "The text of a section";
  const words = wordsOfRow(list, conflict, record);
  const fields = rest.map((key) => fieldName(list, key));
  return [keyName(list), ...(words === "" ? [] : [`“${words}”`]), ...fields].join(", ");
}

function wordsOfRow(list: string, conflict: Conflict, record: IncidentRecord): string {
  const rows: unknown = Reflect.get(record, list);
  const [, at] = conflict.path;
  const row: unknown = Array.isArray(rows)
    ? conflict.id === null
      ? rows[Number(at)]
      : rows.find((one: unknown) => idOf(one) === conflict.id)
    : undefined;
  const gone = conflict.kind === "row" ? (conflict.ours ?? conflict.theirs) : null;
  const words = textOf(row) || textOf(gone);
  return words.length > longest ? `${words.slice(0, longest).replace(/\s+\S*$/, "")} …` : words;
}

function idOf(row: unknown): unknown {
  return typeof row === "object" && row !== null
    ? (Reflect.get(row, "id") ?? Reflect.get(row, "slug"))
    : null;
}

function textOf(row: unknown): string {
  if (typeof row === "string") return row;
  return typeof row === "object" && row !== null ? wordingOf({ ...row }) : "";
}

/** What the two did, where both texts alone do not tell it; empty where they do. */
export function doneInWords(conflict: Conflict): string {
  if (conflict.kind !== "row") return "";
  const [remover, other] = conflict.ours === null ? ["You", "they"] : ["They", "you"];
  return conflict.because === "edited"
    ? `${remover} removed it while ${other} wrote in it, so it stands there until you choose.`
    : `${remover} removed it, but something that ${other} wrote names it, so it stands there until you choose.`;
}

/** What became of a merge of which nothing is left to choose. */
export function endInWords({ places, cameBack, zone }: Omit<MergeTold, "by">): string[] {
  const chosen =
    places === 0
      ? "nothing had to be chosen."
      : `you chose what stands in ${places === 1 ? "one place" : `${places} places`}.`;
  const isAsked = places > 0 || cameBack.length === 0;
  return [
    isAsked
      ? `What you both wrote was put together; ${chosen}`
      : "What you both wrote was put together.",
    ...cameBack.map((words) => `A row that had been removed is back, as they have it: “${words}”`),
    ...(zone === null ? [] : [zoneInWords(zone)]),
  ];
}

/** Which zone others chose for times that name none, and what becomes of those that stand there. */
function zoneInWords({ now, before }: ZoneTold): string {
  const was = before === null ? "" : ` It was ${before} here.`;
  const kept = "Times in the record stay as they are.";
  return now === null
    ? `They took back the zone of times without one.${was} ${kept}`
    : `Times without a zone are in ${now} from now on, as they chose.${was} ${kept}`;
}
