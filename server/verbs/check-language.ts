import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";

import { readDocument } from "#knowledge/incident/read-document";
import { checkDocument, type DocumentFinding } from "#knowledge/language/check-document";
import { checkLanguage } from "#knowledge/language/check-language";
import { levels, type Finding, type Level } from "#knowledge/language/finding";
import { textsOf } from "#knowledge/language/document-texts";
import { story, type Path } from "#knowledge/text/fault";
import { withVisibleNames } from "#knowledge/text/invisible";
import { contentFolder } from "#server/project";

/** What `hindsight check --language` found, as lines to print. */
export interface LanguageReport {
  readonly findings: readonly string[];
  /** Files that could not be read, in words. */
  readonly unread: readonly string[];
  /** "3 strong, 5 hints in 2 files." */
  readonly summary: string;
  /** Whether anything strong was found, or a file could not be read. */
  readonly failed: boolean;
}

/**
 * Checks the language of files: incident documents text by text, any other text as a story. Without
 * files, of all documents of the content that ships.
 */
export async function reportLanguage(files: readonly string[]): Promise<LanguageReport> {
  const found: Located[] = [];
  const unread: string[] = [];
  const looked = files.length > 0 ? files : await documentsOfContent();
  for (const file of looked) {
    const read = await readText(file);
    if (read.kind === "unread") unread.push(`${file}: ${read.why}`);
    else for (const one of findingsOf(file, read.text)) found.push(one);
  }
  const theirs = found.map(({ finding }) => finding.level);
  return {
    findings: found.map(inWords),
    unread,
    summary: summaryOf(theirs, looked.length - unread.length),
    failed: unread.length > 0 || theirs.includes("strong"),
  };
}

async function documentsOfContent(): Promise<string[]> {
  const folder = join(contentFolder, "incidents");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".md"));
  return names.toSorted().map((name) => relative(process.cwd(), join(folder, name)));
}

/** The largest file that is read, in bytes. */
const largest = 10_000_000;

type ReadText = { kind: "read"; text: string } | { kind: "unread"; why: string };

async function readText(file: string): Promise<ReadText> {
  const found = await stat(file).catch(() => null);
  const unread = (why: string): ReadText => ({ kind: "unread", why });
  if (found === null) return unread("there is no such file.");
  if (!found.isFile()) return unread("this is no file; name the files in it.");
  if (found.size > largest) return unread("this is larger than 10 MB, which is more than we read.");
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return unread("this file cannot be read; may you open it?");
  try {
    return { kind: "read", text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return unread("expected text in UTF-8, found other bytes.");
  }
}

interface Located {
  readonly file: string;
  /** Both count from 1; columns in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly finding: Finding;
}

function findingsOf(file: string, text: string): Located[] {
  const lines = text.split(/\r\n|\r|\n/);
  const read = text.startsWith("---") ? readDocument(text, file) : null;
  // Templates and drafts of other tools have front matter too; their text is a story to us.
  if (read?.kind !== "read") {
    return checkLanguage(text, "story").map((finding) => ({
      file,
      ...placeOf(text, finding.start),
      finding,
    }));
  }
  const { document, lineOf } = read;
  const texts = new Map(textsOf(document).map((one) => [keyOf(one.path), one.text]));
  return checkDocument(document).findings.map((finding) => {
    const line = lineOf(finding.path);
    if (finding.path[0] === story) {
      return { file, line, column: placeOf(document.story, finding.start).column, finding };
    }
    const column = columnIn(lines[line - 1] ?? "", texts.get(keyOf(finding.path)) ?? "", finding);
    return { file, line, column, finding };
  });
}

function keyOf(path: Path): string {
  return path.join("/");
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Where a finding stands in the line that holds its text; 1 where YAML writes it in another way. */
function columnIn(line: string, text: string, { start, text: words }: DocumentFinding): number {
  const whole = line.indexOf(text);
  if (whole >= 0) return whole + start + 1;
  return Math.max(line.indexOf(words), 0) + 1;
}

function inWords({ file, line, column, finding }: Located): string {
  const words = withVisibleNames(finding.text.replaceAll(/\s+/g, " "));
  return `${file}:${line}:${column} ${finding.level} ${finding.rule}: "${words}" ${finding.reason}`;
}

function summaryOf(found: readonly Level[], files: number): string {
  const where = files === 1 ? "1 file" : `${files} files`;
  const counted = levels.flatMap((level) => {
    const count = found.filter((each) => each === level).length;
    const many = level === "hint" && count !== 1 ? "hints" : level;
    return count === 0 ? [] : [`${count} ${many}`];
  });
  return counted.length === 0 ? `No finding in ${where}.` : `${counted.join(", ")} in ${where}.`;
}
