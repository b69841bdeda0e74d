import type { IncidentRecord } from "#knowledge/incident/document";
import { longestTexts } from "#knowledge/incident/limits";

type Texts = Readonly<Record<string, string>>;
type Lengths = Readonly<Record<string, number>>;

const ofRecord: Lengths = longestTexts.record;
const ofLists: Lengths = longestTexts.lists;
const ofRows: Readonly<Record<string, Lengths>> = longestTexts.rows;

/**
 * The most letters that a document can hold of the text at a place (`title`, `lessons.2`,
 * `actions.<id>.owner`); null where a text of another kind stands, or one without a limit of its own.
 */
export function longestAt(place: string): number | null {
  const [list = "", row, key] = place.split(".");
  if (row === undefined) return ofRecord[list] ?? null;
  const lengths = ofRows[key === "positions" ? key : list];
  return ofLists[list] ?? lengths?.[place.slice(place.lastIndexOf(".") + 1)] ?? null;
}

/** By how many letters a text is too long for its place; 0 where it fits. Space around it is not counted. */
export function tooLongBy(text: string, longest: number): number {
  return Math.max(0, text.trim().length - longest);
}

/** What is said at the field of a text that is too long for it; null where it fits. */
export function tooLongInWords(text: string, longest: number): string | null {
  const letters = tooLongBy(text, longest);
  if (letters === 0) return null;
  return `too long by ${count(letters)} ${letters === 1 ? "letter" : "letters"}: ${count(longest)} at most`;
}

function count(letters: number): string {
  return letters.toLocaleString("en");
}

interface Parted {
  readonly record: IncidentRecord;
  /** What is too long for the record, by place. */
  readonly texts: Texts;
}

/**
 * A record without the texts that are too long for it, which nothing would take, and these texts by
 * their places; itself where all fit.
 */
export function withoutLongTexts(record: IncidentRecord): Parted {
  const texts: Record<string, string> = {};
  const short = withoutLong(record, { lengths: ofRecord, place: "", texts });
  for (const [list, longest] of Object.entries(ofLists)) {
    const items: unknown = Reflect.get(record, list);
    if (!Array.isArray(items)) continue;
    const isLong = (item: unknown) => typeof item === "string" && tooLongBy(item, longest) > 0;
    for (const [at, item] of items.entries()) {
      if (isLong(item)) texts[`${list}.${at}`] = String(item);
    }
    Reflect.set(
      short,
      list,
      items.filter((item) => !isLong(item)),
    );
  }
  for (const [list, lengths] of Object.entries(ofRows)) {
    const rows: unknown = Reflect.get(record, list);
    if (!Array.isArray(rows)) continue;
    Reflect.set(
      short,
      list,
      rows.map((row: object, at) =>
        withoutLong(row, { lengths, place: `${list}.${nameOf(row, at)}.`, texts }),
      ),
    );
  }
  const claims = short.claims.map((claim, at) => ({
    ...claim,
    positions: claim.positions.map((row, nth) =>
      withoutLong(row, {
        lengths: ofRows.positions ?? {},
        place: `claims.${at}.positions.${nth}.`,
        texts,
      }),
    ),
  }));
  return Object.keys(texts).length === 0
    ? { record, texts }
    : { record: { ...short, claims }, texts };
}

interface Taking {
  readonly lengths: Lengths;
  /** What the place of each key begins with. */
  readonly place: string;
  /** Takes up what is too long. */
  readonly texts: Record<string, string>;
}

function withoutLong<Row extends object>(row: Row, { lengths, place, texts }: Taking): Row {
  const short = { ...row };
  for (const [key, longest] of Object.entries(lengths)) {
    const text: unknown = Reflect.get(row, key);
    if (typeof text !== "string" || tooLongBy(text, longest) === 0) continue;
    texts[`${place}${key}`] = text;
    Reflect.set(short, key, "");
  }
  return short;
}

function nameOf(row: object, at: number): string {
  const id: unknown = Reflect.get(row, "id");
  return typeof id === "string" ? id : String(at);
}

/**
 * A record with the texts in it that are too long for one, as they stand in the fields while
 * somebody writes; `others` are those that belong to nothing of it, or where another text stands by now.
 */
export function withLongTexts(
  record: IncidentRecord,
  texts: Texts,
): { readonly record: IncidentRecord; readonly others: Texts } {
  const long = Object.entries(texts).filter(([place, text]) => {
    const longest = longestAt(place);
    return longest !== null && tooLongBy(text, longest) > 0;
  });
  if (long.length === 0) return { record, others: texts };
  const whole = structuredClone(record);
  // In a list each one stands behind those that were there before it.
  const inOrder = long.toSorted(([one], [other]) => positionIn(one) - positionIn(other));
  const back = new Set(
    inOrder.flatMap(([place, text]) => (putBack(whole, place, text) ? place : [])),
  );
  const others = Object.entries(texts).filter(([place]) => !back.has(place));
  return { record: whole, others: Object.fromEntries(others) };
}

function positionIn(place: string): number {
  const [list = "", at] = place.split(".");
  return list in ofLists ? Number(at) : 0;
}

/** Puts a text into a record, unless another one stands there; says whether it did. */
function putBack(record: IncidentRecord, place: string, text: string): boolean {
  const [list = "", row] = place.split(".");
  const items: unknown = Reflect.get(record, list);
  if (row !== undefined && list in ofLists && Array.isArray(items)) {
    items.splice(Number(row), 0, text);
    return true;
  }
  const key = place.split(".").at(-1) ?? "";
  const holder = row === undefined ? record : rowAt(record, place);
  if (holder === undefined || (Reflect.get(holder, key) ?? "") !== "") return false;
  return Reflect.set(holder, key, text);
}

function rowAt(record: IncidentRecord, place: string): object | undefined {
  const [list = "", row, key, nth] = place.split(".");
  if (key === "positions") return record.claims[Number(row)]?.positions[Number(nth)];
  const rows: unknown = Reflect.get(record, list);
  if (!Array.isArray(rows)) return undefined;
  return rows.find((one: object, at) => nameOf(one, at) === row);
}
