/** Jira's wiki markup as Markdown, line by line; what has no equal stays as it is. */
export function markdownFromJira(text: string): string {
  let fence = false;
  return text
    .split("\n")
    .flatMap((line) => {
      const mark = /^\s*\{(code|noformat)(?::[^{}]{0,100})?\}\s*$/.exec(line);
      if (mark) {
        fence = !fence;
        return ["```"];
      }
      return fence ? [line] : lineFromJira(line);
    })
    .join("\n");
}

const panel =
  /^\s*\{(?:panel|expand|info|note|tip|warning|quote|toc|anchor|column|section)(?::[^{}]{0,300})?\}\s*$/;

function lineFromJira(line: string): string[] {
  if (/^\s*\|\|/.test(line)) return headOfTable(line);
  if (/^\s*\|/.test(line)) return [inline(line.trim())];
  if (/^\s*-{4,}\s*$/.test(line)) return ["---"];
  if (panel.test(line)) {
    const title = /title=([^|{}]{1,100})/.exec(line)?.[1];
    return title === undefined ? [] : [`**${title}**`];
  }
  return [wordsFromJira(line)];
}

function wordsFromJira(line: string): string {
  const [, level, heading] = /^\s*h([1-6])\.[ \t]*(.*)$/.exec(line) ?? [];
  if (level !== undefined) return `${"#".repeat(Number(level))} ${inline(heading ?? "")}`;
  const [, marks, item] = /^\s*([*#-]{1,8})[ \t]+(.*)$/.exec(line) ?? [];
  if (marks !== undefined && !/^-{2,}$/.test(marks)) return itemFromJira(marks, item ?? "");
  const quoted = /^\s*bq\.[ \t]+(.*)$/.exec(line)?.[1];
  return quoted === undefined ? inline(line) : `> ${inline(quoted)}`;
}

/** `||Time||Event||` is a header; it may hold single bars too. */
function headOfTable(line: string): string[] {
  const cells = line
    .trim()
    .replace(/^\|\|/, "")
    .replace(/\|{1,2}\s*$/, "")
    .split("||")
    .map((cell) => inline(cell.trim()));
  return [`| ${cells.join(" | ")} |`, `|${" --- |".repeat(cells.length)}`];
}

function itemFromJira(marks: string, words: string): string {
  const sign = marks.endsWith("#") ? "1." : "-";
  return `${"  ".repeat(marks.length - 1)}${sign} ${inline(words)}`;
}

/** Marks within a line. Bars of links are taken away before they could divide cells. */
function inline(text: string): string {
  return text
    .replaceAll(/\{(?:color|anchor)(?::[^{}]{0,60})?\}/g, "")
    .replaceAll(/\[~([\w.@:-]{1,80})\]/g, "@$1")
    .replaceAll(/\[([^[\]|\n]{1,300})\|([^[\]|\s]{1,1000})(?:\|[^[\]\n]{0,60})?\]/g, "[$1]($2)")
    .replaceAll(/\[((?:https?|mailto):[^[\]|\s]{1,1000})\]/g, "<$1>")
    .replaceAll(/\{\{([^{}\n]{1,300})\}\}/g, "`$1`")
    .replaceAll(/(?<![\w!])!([^!|\s]{1,200}\.\w{2,5})(?:\|[^!\n]{0,60})?!/g, "![$1]($1)")
    .replaceAll(/(?<![\w*\\])\*(?![\s*])([^*\n]{1,300}?)(?<!\s)\*(?![\w*])/g, "**$1**")
    .replaceAll(/(?<![\w\\-])-(?![\s\d-])([^-\n]{1,200}?)(?<!\s)-(?![\w-])/g, "~~$1~~")
    .replaceAll("(/)", "✅")
    .replaceAll("(x)", "❌");
}
