import type { IncidentRecord } from "#knowledge/incident/document";
import { rowId, rowIdsOf } from "#knowledge/incident/row-id";

import type { Fields } from "../conflict";
import { isGroup } from "../equality";
import { isProse } from "../group-shape";
import { type Spot, withOtherWord, withoutSentence, withSentence } from "./story-edits";

type Next = () => string;
type RecordEdit = (record: IncidentRecord, spot: Spot, next: Next) => Fields;

/** What an author may do to a record. What comes out need not be well formed. */
export const recordEdits: Readonly<Record<string, RecordEdit>> = {
  "add row": withRow,
  "remove row": withoutRow,
  "move row": inRows((rows, row, { at }) => {
    const others = rows.filter((one) => one !== row);
    return others.toSpliced(at % Math.max(1, rows.length), 0, row);
  }),
  "add sentence": inProse(withSentence),
  "remove sentence": inProse(withoutSentence),
  "change word": inProse(withOtherWord),
  "set key": withValue,
  "name factor": withNamedFactor,
  "add word to list": inWords((words, { at }, next) =>
    words.toSpliced(at % (words.length + 1), 0, next()),
  ),
  "remove word from list": inWords((words, { at }) => words.toSpliced(at % (words.length + 1), 1)),
};

const lists = [
  "timeline",
  "factors",
  "claims",
  "actions",
  "sources",
  "related",
  "impact",
  "changes",
  "questions",
] as const;
type List = (typeof lists)[number];

function listAt({ list }: Spot): List {
  return lists[list % lists.length] ?? "timeline";
}

function inRows(change: (rows: readonly Fields[], row: Fields, spot: Spot) => readonly Fields[]) {
  return (record: IncidentRecord, spot: Spot): Fields => {
    const rows: readonly Fields[] = record[listAt(spot)];
    const row = rows[spot.row % Math.max(1, rows.length)];
    return row ? { ...record, [listAt(spot)]: change(rows, row, spot) } : record;
  };
}

/** A new row anywhere in a list. Its id is of words that the other author uses too. */
function withRow(record: IncidentRecord, spot: Spot, next: Next): Fields {
  const { at } = spot;
  const text = `Pages fail for ${next()} and others. Nobody saw ${next()}.`;
  const id = rowId("Pages fail", rowIdsOf(record));
  const source = record.sources.slice(0, at % 3).map((one) => one.id);
  const named = record.factors.slice(0, 1).map((one) => one.id);
  const rows: Record<List, Fields> = {
    timeline: { id, at: "2024-02-01", kind: "impact", text, source },
    factors: { id, role: "trigger", classes: [next()], statement: text, standing: "inferred" },
    claims: { id, statement: text, standing: "open", positions: [] },
    actions: { id, text, kind: "learn", state: "open", factors: named },
    sources: {
      id: freeId(record.sources.map((one) => one.id)),
      title: text,
      ...(at % 2 === 0 ? { kind: "log", seen: "full" } : {}),
    },
    related: { slug: freeId(record.related.map((one) => one.slug)), why: text },
    impact: { what: text, value: next(), source, ...(at % 2 === 0 ? { figure: next() } : {}) },
    changes: { text, source },
    questions: { text },
  };
  const others: readonly unknown[] = record[listAt(spot)];
  return {
    ...record,
    [listAt(spot)]: others.toSpliced(at % (others.length + 1), 0, rows[listAt(spot)]),
  };
}

function freeId(taken: readonly string[]): string {
  return ["status-page", "chat-log", "report"].find((id) => !taken.includes(id)) ?? "other";
}

/** Without a row, and without what names it. */
function withoutRow(record: IncidentRecord, spot: Spot): Fields {
  const list = listAt(spot);
  const rows: readonly Fields[] = record[list];
  const row = rows[spot.row % Math.max(1, rows.length)];
  const rest = { ...record, [list]: rows.filter((one) => one !== row) };
  const without = (ids: readonly string[]) => ids.filter((id) => id !== row?.id);
  const uncited = <Row extends { source: string[] }>(one: Row) => ({
    ...one,
    source: without(one.source),
  });
  if (list === "factors") {
    const actions = record.actions.map((one) => ({ ...one, factors: without(one.factors) }));
    return { ...rest, actions };
  }
  if (list !== "sources") return rest;
  return {
    ...rest,
    impact: record.impact.map(uncited),
    timeline: record.timeline.map(uncited),
    factors: record.factors.map(uncited),
    changes: record.changes.map(uncited),
    claims: record.claims.map((claim) => ({
      ...claim,
      positions: claim.positions.filter(({ source }) => source !== row?.id),
    })),
  };
}

function withValue(record: IncidentRecord, { list, at }: Spot, next: Next): Fields {
  const values: readonly Fields[] = [
    { title: `Title ${next()}` },
    { started: `200${at}-03-01` },
    { resolved: `200${at}-04-01` },
    { mitigated: at % 2 === 0 ? undefined : `200${at}-03-20` },
    { severity: at % 2 === 0 ? "major" : "minor" },
    { summary: at % 3 === 0 ? undefined : `In short ${next()} was it.` },
    { template: at % 2 === 0 ? "short" : undefined },
  ];
  return { ...record, ...values[list % values.length] };
}

function withNamedFactor(record: IncidentRecord, { row, at }: Spot): Fields {
  const factor = record.factors[at % Math.max(1, record.factors.length)];
  const actions = record.actions.map((action, nth) =>
    factor && nth === row % record.actions.length
      ? { ...action, factors: [...new Set([...action.factors, factor.id])] }
      : action,
  );
  return { ...record, actions };
}

function inWords(
  change: (words: readonly string[], spot: Spot, next: Next) => readonly string[],
): RecordEdit {
  return (record, spot, next) => {
    if (spot.list % 2 === 0) return { ...record, products: change(record.products, spot, next) };
    const factors = record.factors.map((factor, nth) => {
      const key = factor.role === "safeguard" ? "mitigations" : "classes";
      return nth === spot.row ? { ...factor, [key]: change(factor[key], spot, next) } : factor;
    });
    return { ...record, factors };
  };
}

/** Changes one of the prose fields that the record has. */
function inProse(change: (text: string, spot: Spot, next: Next) => string): RecordEdit {
  return (record, spot, next) => {
    const paths: string[] = [];
    eachProse(record, (text, path) => {
      paths.push(path);
      return text;
    });
    const wanted = paths[(spot.list * 7 + spot.row * 3 + spot.at) % Math.max(1, paths.length)];
    return eachProse(record, (text, path) => (path === wanted ? change(text, spot, next) : text));
  };
}

/** A record with its prose changed, text by text. */
export function eachProse(
  record: IncidentRecord,
  change: (text: string, path: string) => string,
): Fields {
  const inValue = (value: unknown, key: string, path: string): unknown => {
    if (typeof value === "string") return isProse(key) ? change(value, path) : value;
    if (Array.isArray(value)) {
      return value.map((item: unknown, at) => inValue(item, key, `${path}.${at}`));
    }
    return isGroup(value) ? inGroup(value, path) : value;
  };
  const inGroup = (group: Fields, path: string): Fields =>
    Object.fromEntries(
      Object.entries(group).map(([key, value]) => [key, inValue(value, key, `${path}.${key}`)]),
    );
  return inGroup(record, "");
}
