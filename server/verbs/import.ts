import { importContent } from "#knowledge/library/import";
import { commandWithDatabase, complainOfContent, readArguments } from "#server/command";
import { contentFolder } from "#server/project";
import { complain, say } from "#server/progress";

const usage = "hindsight import [--dry-run] [--theirs slug]… [folder]";

/**
 * `hindsight import`: shows what would change, then brings it into the database. With one fault
 * anywhere nothing is applied and the exit code is 1. `--theirs` takes the files' side in conflicts.
 */
export async function run(args: string[]): Promise<number> {
  const options = {
    "dry-run": { type: "boolean" },
    theirs: { type: "string", multiple: true },
  } as const;
  const read = readArguments(args, options, usage);
  if (read.kind === "faulty") {
    complain(read.sentence);
    return 1;
  }
  const { values, positionals } = read;
  if (positionals.length > 1) {
    complain(`Expected one folder, found ${positionals.join(", ")}.\nUsage: ${usage}`);
    return 1;
  }
  return commandWithDatabase(async () => {
    const outcome = await importContent({
      folder: positionals[0] ?? contentFolder,
      theirs: values.theirs ?? [],
      planOnly: values["dry-run"] ?? false,
      say,
    });
    switch (outcome.kind) {
      case "faulty":
        complainOfContent(outcome.faults);
        complain("Nothing was imported.");
        return 1;
      case "same":
        say("The content has not changed since it was last imported.");
        return 0;
      case "planned":
        say("Nothing was imported: this was the plan only.");
        return 0;
      case "applied":
        say("Imported.");
        return 0;
    }
  });
}
