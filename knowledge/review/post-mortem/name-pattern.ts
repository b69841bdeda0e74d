/** Any of these names as a whole word, wherever it stands in a text. */
export function namePattern(names: readonly string[], flags: "u" | "gu" = "u"): RegExp {
  const any = names.map(escaped).join("|");
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, flags);
}

/** A text as a pattern that finds it. */
export function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
