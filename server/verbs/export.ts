import { exportContent } from "#knowledge/library/export";
import { commandWithDatabase, readArguments } from "#server/command";
import { complain, say } from "#server/progress";
import { contentFolder } from "#server/project";

const usage = "hindsight export [folder]";

/** `hindsight export`: writes the published documents, and the files beside them, into a folder. */
export async function run(args: string[]): Promise<number> {
  const read = readArguments(args, {}, usage);
  if (read.kind === "faulty") {
    complain(read.sentence);
    return 1;
  }
  const folder = read.positionals[0] ?? contentFolder;
  return commandWithDatabase(async () => {
    const { written, same } = await exportContent(folder);
    for (const name of written.slice(0, 20)) say(`  ${name}`);
    say(`${written.length} files written to ${folder}; ${same} were there already as they are.`);
    return 0;
  });
}
