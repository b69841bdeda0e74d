import type { ReactNode } from "react";

import { paths } from "#app/paths";
import { IncidentKind, sectorNames, Severity } from "#knowledge/incident/vocabulary";
import { writeQuery, type Query } from "#knowledge/search/query";

import { capitalized, type Names } from "./names";

/** The form to which the box for words belongs too, wherever it stands on the page. */
export const filterFormId = "filter";

interface Props {
  readonly query: Query;
  readonly names: Names;
  /** Years with incidents, newest first. */
  readonly years: readonly number[];
}

/** The filters as a form whose answer is an address; it needs no script. */
export function FilterForm({ query, names, years }: Props) {
  return (
    <details className="filters">
      <summary className="btn">Filters</summary>
      <form id={filterFormId} action={paths.incidents()} aria-label="Filter incidents">
        <Choice name="class" label="Failure class" value={query.class[0]}>
          {names.families.map((family) => (
            <optgroup key={family.slug} label={family.name}>
              {family.classes.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
          <UnknownOption value={query.class[0]} known={names.bySlug.class} />
        </Choice>
        <Choice name="org" label="Organisation" value={query.org[0]}>
          {names.organizations.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
          <UnknownOption value={query.org[0]} known={names.bySlug.org} />
        </Choice>
        <Choice name="sector" label="Sector" value={query.sector[0]}>
          {Object.entries(sectorNames).map(([sector, name]) => (
            <option key={sector} value={sector}>
              {name}
            </option>
          ))}
        </Choice>
        <Choice name="severity" label="Severity" value={query.severity[0]}>
          <WordOptions words={Severity.options} />
        </Choice>
        <Choice name="kind" label="Kind" value={query.kind[0]}>
          <WordOptions words={IncidentKind.options} />
        </Choice>
        <div className="filter-years">
          <YearChoice name="from" label="From year" value={query.from} years={years} />
          <YearChoice name="to" label="To year" value={query.to} years={years} />
        </div>
        <Kept query={query} />
        <button type="submit" className="btn">
          Show incidents
        </button>
      </form>
    </details>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly children: ReactNode;
}

function Choice({ name, label, value = "", children }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      <select className="field" name={name} defaultValue={value} autoComplete="off">
        <option value="">Any</option>
        {children}
      </select>
    </label>
  );
}

function WordOptions({ words }: { words: readonly string[] }) {
  return words.map((word) => (
    <option key={word} value={word}>
      {capitalized(word.replaceAll("-", " "))}
    </option>
  ));
}

/** Keeps a slug that names nothing chosen, so that sending the form does not lose it unseen. */
function UnknownOption(props: { value: string | undefined; known: ReadonlyMap<string, string> }) {
  const { value, known } = props;
  return value === undefined || known.has(value) ? null : <option value={value}>{value}</option>;
}

interface YearChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | null;
  readonly years: readonly number[];
}

function YearChoice({ name, label, value, years }: YearChoiceProps) {
  const offered = years.map(String);
  return (
    <Choice name={name} label={label} value={value ?? undefined}>
      {value !== null && !offered.includes(value) && <option value={value}>{value}</option>}
      {offered.map((year) => (
        <option key={year} value={year}>
          {year}
        </option>
      ))}
    </Choice>
  );
}

const single = new Set(["q", "from", "to", "page"]);
const firstOfMany = new Set(["class", "org", "sector", "severity", "kind"]);

/** What the query asks for beyond the controls, so that sending the form keeps it. */
function Kept({ query }: { query: Query }) {
  const kept = Object.entries(writeQuery(query)).flatMap(([name, values]) => {
    if (single.has(name)) return [];
    return (firstOfMany.has(name) ? values.slice(1) : values).map((value) => ({ name, value }));
  });
  return kept.map(({ name, value }) => (
    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
  ));
}
