/** What a step came to, where a word says it all. */
export type Outcome<Kind extends string> = Kind extends string ? { readonly kind: Kind } : never;
