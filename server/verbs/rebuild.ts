import { rebuildProjection } from "#knowledge/library/rebuild";
import { commandWithDatabase } from "#server/command";
import { say } from "#server/progress";

/** `hindsight rebuild`: makes the tables that reading uses again from the published documents. */
export function run(): Promise<number> {
  return commandWithDatabase(async () => {
    const count = await rebuildProjection(say);
    say(`Rebuilt from ${count} published documents.`);
    return 0;
  });
}
