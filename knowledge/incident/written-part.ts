/** A value read out of a text, and the place behind it. */
export interface Read<Value> {
  readonly value: Value;
  readonly end: number;
}

/** What a sticky pattern matches exactly at a place of a text; null when nothing. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The place behind what a sticky pattern matches; the same place when it matches nothing. */
export function behind(pattern: RegExp, text: string, at: number): number {
  return at + (matchAt(pattern, text, at)?.[0].length ?? 0);
}

const spaces = /[ \t\u00a0\u2009\u202f]{0,8}/y;

/** The place behind spaces. */
export function afterSpaces(text: string, at: number): number {
  return behind(spaces, text, at);
}
