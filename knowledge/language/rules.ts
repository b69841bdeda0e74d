import type { Rule } from "./rule";
import { agency } from "./rules/agency";
import { causes } from "./rules/causes";
import { character } from "./rules/character";
import { counterfactuals } from "./rules/counterfactuals";
import { hindsight } from "./rules/hindsight";
import { omissions } from "./rules/omissions";
import { norms } from "./rules/norms";
import { people } from "./rules/people";
import { remedies } from "./rules/remedies";
import { tone } from "./rules/tone";

/** All rules of the language check, by theme. */
export const rules: readonly Rule[] = [
  ...counterfactuals,
  ...omissions,
  ...causes,
  ...character,
  ...hindsight,
  ...norms,
  ...agency,
  ...remedies,
  ...tone,
  ...people,
];
