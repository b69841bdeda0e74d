import { checkContent } from "#knowledge/library/check";
import { complainOfContent, readArguments } from "#server/command";
import { contentFolder } from "#server/project";
import { complain, say } from "#server/progress";

const usage = "hindsight check [--fix] [folder]";

/** `hindsight check`: every fault of the content files; `--fix` brings them into our style first. */
export async function run(args: string[]): Promise<number> {
  const read = readArguments(args, { fix: { type: "boolean" } } as const, usage);
  if (read.kind === "faulty") {
    complain(read.sentence);
    return 1;
  }
  const checked = await checkContent(read.positionals[0] ?? contentFolder, {
    fix: read.values.fix ?? false,
  });
  for (const name of checked.fixed) say(`  brought into our style: ${name}`);
  if (checked.faults.length > 0) {
    complainOfContent(checked.faults);
    return 1;
  }
  say(`${checked.files} files, no fault.`);
  return 0;
}
