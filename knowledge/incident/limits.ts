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
} as const;
