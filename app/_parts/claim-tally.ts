import { Stance } from "#knowledge/incident/vocabulary";

const verbs: Record<Stance, { one: string; many: string }> = {
  asserts: { one: "asserts", many: "assert" },
  disputes: { one: "disputes", many: "dispute" },
  corrects: { one: "corrects", many: "correct" },
  confirms: { one: "confirms", many: "confirm" },
  conjectures: { one: "conjectures", many: "conjecture" },
};

/** How many sources take each stance on a claim: `2 assert, 1 disputes`. */
export function tallyInWords(positions: readonly { readonly stance: string }[]): string {
  return Stance.options
    .flatMap((stance) => {
      const count = positions.filter((position) => position.stance === stance).length;
      return count === 0 ? [] : `${count} ${count === 1 ? verbs[stance].one : verbs[stance].many}`;
    })
    .join(", ");
}
