import { refuse } from "./database";
import { generateClient } from "./migrations";
import { step } from "./progress";

/**
 * What has to be there before the TypeScript of a verb can even be loaded: the Prisma client,
 * which is written out of the schema. Returns an exit code if that failed, else null.
 */
export async function prepare(): Promise<number | null> {
  const generated = await step("Writing the database client", () => generateClient());
  return generated.kind === "fault" ? refuse(generated.sentence) : null;
}
