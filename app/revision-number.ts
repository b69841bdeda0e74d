/** The number of a revision as an address has it; null for anything else. */
export function revisionNumber(text: string): number | null {
  return /^[1-9]\d{0,6}$/.test(text) ? Number(text) : null;
}
