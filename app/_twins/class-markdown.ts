import { roleLooks } from "../_parts/role-mark";
import { absolute, paths } from "#app/paths";
import type { FactorLine } from "#knowledge/incident/incident.store";
import type { NamedThing } from "#knowledge/incident/link.store";
import { Role } from "#knowledge/incident/vocabulary";
import { byIncident, type IncidentOfClass } from "#knowledge/taxonomy/class-json";
import type { ClassPage } from "#knowledge/taxonomy/taxonomy.store";
import { readInline } from "#knowledge/text/plain";

/**
 * The `.md` twin of a class: what it means, the roles it plays, and every incident with the very
 * statements. Links are whole addresses, since the text leaves the site; `names` holds what the
 * statements' `[[links]]` lead to.
 */
export function classMarkdown(
  page: ClassPage,
  factors: readonly FactorLine[],
  names: ReadonlyMap<string, NamedThing>,
): string {
  const incidents = byIncident(factors);
  const about = [
    `# ${inMarkdown(page.name)}`,
    `A failure class of the family *${inMarkdown(page.family.name)}*: <${absolute(paths.failureClass(page.slug))}>`,
    `**Means:** ${inMarkdown(page.means)}`,
    `**Not to be confused with:** ${inMarkdown(page.not)}`,
    ...(page.aka.length > 0 ? [`**Also called:** ${page.aka.map(inMarkdown).join(", ")}`] : []),
  ];
  const found =
    incidents.length === 0
      ? ["No incident in this collection names this class."]
      : [
          "## Roles it plays",
          rolesPlayed(factors),
          `## Incidents (${incidents.length})`,
          ...incidents.flatMap((incident) => incidentSection(incident, names)),
        ];
  return `${[...about, ...found].join("\n\n")}\n`;
}

function rolesPlayed(factors: readonly FactorLine[]): string {
  const lines = Role.options.flatMap((role) => {
    const playing = factors.filter((factor) => factor.role === role);
    if (playing.length === 0) return [];
    const incidents = byIncident(playing).length;
    return [
      `- ${roleLooks[role].one}: ${counted(playing.length, "factor")} in ${counted(incidents, "incident")}`,
    ];
  });
  return lines.join("\n");
}

function incidentSection(
  { incident, factors }: IncidentOfClass<FactorLine>,
  names: ReadonlyMap<string, NamedThing>,
): string[] {
  const organizations = factors[0]?.organizations.map(({ name }) => inMarkdown(name)) ?? [];
  const statements = factors.map(({ id, role, standing, statement }) => {
    const where = absolute(paths.incidentFactor(incident.slug, id));
    const words = statementInMarkdown(statement, names);
    return `- [${roleLooks[role].one}](${where}), ${standing}: ${words}`;
  });
  return [
    `### [${inMarkdown(incident.title)}](${absolute(paths.incident(incident.slug))})`,
    [...organizations, inMarkdown(incident.started)].join(" · "),
    statements.join("\n"),
  ];
}

function statementInMarkdown(text: string, names: ReadonlyMap<string, NamedThing>): string {
  return readInline(text)
    .map((segment) => {
      if (segment.kind === "text") return inMarkdown(segment.text);
      const thing = names.get(segment.slug);
      const words = inMarkdown(segment.words ?? thing?.title ?? segment.slug.replaceAll("-", " "));
      return thing ? `[${words}](${absolute(paths.named(thing.kind, thing.slug))})` : words;
    })
    .join("");
}

/** Plain words as Markdown that reads as these words, on one line. */
function inMarkdown(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*[\]<~]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)/g, String.raw`\$&`);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
