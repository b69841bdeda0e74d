import { currentAudience, type Audience } from "#knowledge/people/audience";
import type {
  IncidentKind,
  Role,
  Sector,
  Severity,
  Standing,
} from "#knowledge/incident/vocabulary";

/**
 * How many documents one posting holds: its bits are one kilobyte, which PostgreSQL keeps within
 * the row, and a publication rewrites no more than that for each key.
 */
export const blockSize = 8_192;

/** The parts of a factor that a filter may ask for at once. */
interface FactorParts {
  readonly class?: string;
  readonly role?: Role | undefined;
  readonly standing?: Standing | undefined;
}

/**
 * The names of postings. A document stands in `factor({class, role})` when one factor of it has that
 * class in that role, so a filter on both asks one posting and needs no look at the factors.
 */
export const postingKey = {
  /** What visitors, and what members may read. */
  readableBy: (audience: Audience) =>
    audience === "members" ? "visible:members" : "visible:public",
  factor: ({ class: slug, role, standing }: FactorParts) =>
    [slug && `class:${slug}`, role && `role:${role}`, standing && `standing:${standing}`]
      .filter((part) => part !== undefined)
      .join(" "),
  /** A frequent word, by its lexeme: where it occurs at all, and where in title and factors. */
  word: (lexeme: string) => `word:${lexeme}`,
  leading: (lexeme: string) => `leading:${lexeme}`,
  sector: (sector: Sector) => `sector:${sector}`,
  severity: (severity: Severity) => `severity:${severity}`,
  kind: (kind: IncidentKind) => `kind:${kind}`,
  /** The year, UTC, of the earliest reading of `started`; null where it is open. */
  firstYear: (year: number | null) => `first:${year ?? "open"}`,
  /** The year of the last reading; null where it is open. */
  lastYear: (year: number | null) => `last:${year ?? "open"}`,
} as const;

/** The posting of all documents that those for whom is being read may know of. */
export function readableKey(): string {
  return postingKey.readableBy(currentAudience());
}
