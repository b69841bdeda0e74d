/** Well-known works about errors whose titles would be findings, in small letters. */
export const knownWorks: readonly (readonly string[])[] = [
  "human error",
  "behind human error",
  "ten questions about human error",
  "the blame machine",
  "the field guide to understanding human error",
  "the field guide to human error investigations",
  "a human error approach to aviation accident analysis",
].map((title) => title.split(" "));
