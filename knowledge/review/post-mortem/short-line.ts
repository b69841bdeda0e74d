/** Columns from which on a line may have been broken by whoever wrote it. */
const broken = 60;

/** Whether a line is one of its own, and does not go on with the one above it, which is short. */
export function standsAlone(line: string, above: string): boolean {
  return above.length < broken && /^[\p{Lu}\d]/u.test(line);
}
