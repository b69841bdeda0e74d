import { atOneLook } from "./block-version.store";
import { conditionsOf } from "./condition";
import { countDocuments } from "./counting";
import { postingKey } from "./posting-key";
import type { Query } from "./query";
import { surroundingsOf } from "./surroundings.store";
import { countFound } from "./text-match";
import { understandText } from "./understanding";

/** How many public incidents a query finds, where nothing else about them is wanted. */
export function countIncidents(query: Query): Promise<number> {
  return atOneLook(() => count(query));
}

async function count(query: Query): Promise<number> {
  const [around, text] = await Promise.all([surroundingsOf(query), understandText(query.q)]);
  const { variations } = await countDocuments({
    variations: [conditionsOf(query, around)],
    figures: [],
    excludedKeys: query.notClass.map((slug) => postingKey.factor({ class: slug })),
    text: text?.match ?? null,
    wanted: [],
  });
  return countFound(variations[0] ?? { whole: 0, partial: 0 });
}
