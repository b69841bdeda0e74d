/** Limits of a document, in characters unless said otherwise. */
export const limits = {
  /** Bytes of a whole document, UTF-8. The longest of the seed has 46 kB. */
  documentBytes: 1_000_000,
  title: 160,
  text: 4_000,
  longText: 12_000,
  name: 200,
  /** The one headline number of an impact row, and how many a document may have. */
  figure: 14,
  figures: 4,
  /** A heading that somebody adds to the story. */
  heading: 120,
  /** Why a finding of the language check is left as it is. */
  reason: 400,
  /** What a field of the editor takes of a text that is too long for the document: it is kept beside it. */
  typed: 250_000,
} as const;

const { title, text, longText, name, figure } = limits;

/** The longest that each text of a record may be, by the key under which it stands there. */
export const longestTexts = {
  record: { title, summary: longText, detection: longText },
  /** Of each text in a list of them. */
  lists: { organization: name, products: name, lessons: longText },
  /** Of each text in a row, by list; `positions` are those of a claim. */
  rows: {
    impact: { what: text, value: text, figure },
    timeline: { text, belief: text },
    factors: { statement: text, detail: longText },
    changes: { text },
    claims: { statement: text },
    positions: { note: text },
    actions: { text, owner: name, doneWhen: text, why: text },
    questions: { text, owner: name },
    related: { why: text },
    sources: { title: text, publisher: name, author: name },
  },
} as const;
