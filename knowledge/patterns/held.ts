import type { Condition } from "#knowledge/search/condition";
import { countDocuments } from "#knowledge/search/counting";
import { DocumentSet } from "#knowledge/search/document-set";
import { inPlainOrder } from "#knowledge/search/kept-order.store";
import { postingKey } from "#knowledge/search/posting-key";
import { emptyQuery, type Query } from "#knowledge/search/query";
import type { FamilyLine } from "#knowledge/taxonomy/taxonomy.store";

import { byIncidents, classKeys } from "./class-count";
import { safeguardsOf, type HeldStatement } from "./held.store";
import { branchesOf } from "./branch";
import type { View } from "./view";

/** What held in the incidents that began in one way. */
export interface HeldGroup {
  readonly slug: string;
  readonly name: string;
  /** What finds the incidents that a factor of this family, or class, triggered. */
  readonly query: Query;
  /** How many there are. */
  readonly incidents: number;
  /** In how many of them something held. */
  readonly held: number;
  /** The safeguards of the newest of these. */
  readonly statements: readonly HeldStatement[];
}

export interface Held {
  /** How many incidents tell of anything that held, out of how many. */
  readonly incidents: number;
  readonly total: number;
  readonly groups: readonly HeldGroup[];
}

/** Of how many incidents each group tells, and the only group of a view that shows one. */
const incidentsTold = 3;

/**
 * What held, by what triggered the incident: by family, or by the classes of the family that is looked
 * at. A safeguard has no class of its own, so it is told by what it had to hold against.
 */
export async function findHeld(families: readonly FamilyLine[], view: View): Promise<Held> {
  const triggers = branchesOf(families, view.family);
  const conditions = triggers.map(({ classes }): Condition[] => [
    { dimension: "factor", keys: classKeys(classes, "trigger") },
  ]);
  const safeguard = postingKey.factor({ role: "safeguard" });
  const something: Condition = { dimension: "factor", keys: [safeguard] };
  const { variations, figures, documents } = await countDocuments({
    variations: [[], ...conditions, ...conditions.map((list) => [...list, something])],
    figures: [{ facet: "held", value: "", variation: 0, keys: [safeguard] }],
    excludedKeys: [],
    text: null,
    wanted: conditions.map((_, at) => 1 + conditions.length + at),
  });
  const newest = { limit: incidentsTold, offset: 0 };
  const groups = await Promise.all(
    triggers.map(async (trigger, at) => {
      const having = documents.get(1 + conditions.length + at)?.whole ?? DocumentSet.empty;
      return {
        ...trigger,
        number: at,
        incidents: variations[at + 1]?.whole ?? 0,
        held: variations[at + 1 + conditions.length]?.whole ?? 0,
        newest: await inPlainOrder(having, "date", newest),
      };
    }),
  );
  const statements = await safeguardsOf(
    groups.flatMap(({ number, newest: incidents }) => incidents.map(() => number)),
    groups.flatMap(({ newest: incidents }) => incidents),
  );
  return {
    incidents: figures()[0]?.whole ?? 0,
    total: variations[0]?.whole ?? 0,
    groups: byIncidents(groups)
      .filter(({ held }) => held > 0)
      .map(({ slug, name, query, incidents, held, number }) => ({
        slug,
        name,
        query: { ...emptyQuery, role: ["trigger"], ...query },
        incidents,
        held,
        statements: statements.filter(({ group }) => group === number),
      })),
  };
}
