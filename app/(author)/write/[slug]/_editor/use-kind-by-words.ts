import { useState } from "react";

import { isUnnamed } from "#knowledge/review/draft";
import { kindOf } from "#knowledge/review/post-mortem/entry-kind";

import type { Row } from "./editing";
import type { RowShape } from "./row-shape";

interface Of {
  readonly list: RowShape["list"];
  readonly row: Row;
  readonly set: (key: string, value: unknown) => void;
}

/**
 * The kind of an entry that somebody writes here: as its words tell, until it is chosen. `hint` says
 * so; `left` is called when a field of the row is left, `chose` when somebody chooses.
 */
export function useKindByWords({ list, row, set }: Of) {
  const text = typeof row.text === "string" ? row.text : "";
  const [isNew] = useState(() => typeof row.id === "string" && isUnnamed(row.id));
  // The kind that is nobody's choice: what it began with, then what the words told last. Of what was
  // pasted it is a guess from the beginning.
  const [unchosen, setUnchosen] = useState(row.kind);
  const [told, setTold] = useState(text);
  const isOpen = list === "timeline" && isNew && row.kind === unchosen;

  function left(place: string | undefined) {
    if (!isOpen || place?.endsWith(".text") !== true || text.trim() === "" || text === told) return;
    const kind = kindOf(text);
    setTold(text);
    setUnchosen(kind);
    if (kind !== row.kind) set("kind", kind);
  }

  return {
    hint: isOpen && told.trim() !== "" ? "by its words" : null,
    left,
    chose: () => setUnchosen(undefined),
  };
}
