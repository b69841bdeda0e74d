import { checkContent } from "#knowledge/library/check";
import { complainOfContent, readArguments } from "#server/command";
import { contentFolder } from "#server/project";
import { complain, say } from "#server/progress";

import { reportLanguage } from "./check-language";

const usage = "hindsight check [--fix] [folder], or hindsight check --language [file…]";

/**
 * `hindsight check`: every fault of the content files; `--fix` brings them into our style first.
 * `hindsight check --language`: words in some files that assign blame; exit code 1 if any is strong.
 */
export async function run(args: string[]): Promise<number> {
  const options = { fix: { type: "boolean" }, language: { type: "boolean" } } as const;
  const read = readArguments(args, options, usage);
  if (read.kind === "faulty") {
    complain(read.sentence);
    return 1;
  }
  const { values, positionals } = read;
  if (values.language !== true) return checkFolder(positionals[0] ?? contentFolder, values.fix);
  if (values.fix !== true) return checkWords(positionals);
  complain(
    `Words are for their author to change, so --fix does not go with --language.\nUsage: ${usage}`,
  );
  return 1;
}

async function checkFolder(folder: string, fix = false): Promise<number> {
  const checked = await checkContent(folder, { fix });
  for (const name of checked.fixed) say(`  brought into our style: ${name}`);
  if (checked.faults.length > 0) {
    complainOfContent(checked.faults);
    return 1;
  }
  say(`${checked.files} files, no fault.`);
  return 0;
}

async function checkWords(files: readonly string[]): Promise<number> {
  const report = await reportLanguage(files);
  for (const line of report.findings) say(line);
  for (const sentence of report.unread) complain(sentence);
  say(report.summary);
  return report.failed ? 1 : 0;
}
