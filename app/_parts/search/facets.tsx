import type { ReactNode } from "react";

import { roleLooks } from "#app/_parts/role-mark";
import { Segments } from "#app/_parts/segments";
import { Glyph } from "#app/_ui/glyph";
import { Role } from "#knowledge/incident/vocabulary";
import { Match, type Query } from "#knowledge/search/query";

import type { Facet, ListedFilter, SearchAnswer } from "./answer";
import { choosing, isChosen } from "./asked";
import { addressAt, type PlaceName } from "./place";
import { Years } from "./years";

interface Props {
  readonly answer: SearchAnswer;
  readonly query: Query;
  readonly place: PlaceName;
}

/** The filters beside the results: lists of links, each with how many incidents it leads to. */
export function Facets({ answer, query, place }: Props) {
  const listed = answer.facets.filter(({ filter, options }) =>
    options.some(({ value, count }) => count > 0 || isChosen(query, filter, value)),
  );
  const of = (filter: ListedFilter) =>
    listed
      .filter((facet) => facet.filter === filter)
      .map((facet) => <FacetList key={filter} facet={facet} query={query} place={place} />);
  return (
    <div className="facets">
      {of("role")}
      {of("class")}
      <Years years={answer.years} query={query} place={place} />
      {of("org")}
      {of("severity")}
      {of("standing")}
      {of("sector")}
      {of("product")}
      {of("kind")}
    </div>
  );
}

/** How each filter is headed, how many of its values stand open, and whether it is folded away. */
const looks: Record<ListedFilter, { title: string; open: number; isFolded?: true }> = {
  role: { title: "Role it played", open: 6 },
  class: { title: "Failure class", open: 8 },
  org: { title: "Organisation", open: 6 },
  severity: { title: "Severity", open: 4 },
  standing: { title: "Standing", open: 4, isFolded: true },
  sector: { title: "Sector", open: 8, isFolded: true },
  product: { title: "Product", open: 8, isFolded: true },
  kind: { title: "Kind", open: 2, isFolded: true },
};

type FacetProps = Omit<Props, "answer"> & { readonly facet: Facet };

function FacetList({ facet, query, place }: FacetProps) {
  const { title, isFolded } = looks[facet.filter];
  const id = `facet-${facet.filter}`;
  const lists = <FacetOptions facet={facet} query={query} place={place} />;
  if (!isFolded) {
    return (
      <section className="facet" aria-labelledby={id}>
        <h2 id={id}>{title}</h2>
        {facet.filter === "class" && <MatchChoice query={query} place={place} />}
        {lists}
      </section>
    );
  }
  return (
    <details className="facet" open={query[facet.filter].length > 0}>
      <summary>
        <h2 id={id}>{title}</h2>
      </summary>
      {lists}
    </details>
  );
}

function FacetOptions({ facet, query, place }: FacetProps) {
  const { filter, options, left } = facet;
  const { open, title } = looks[filter];
  const isOpen = (option: Facet["options"][number], at: number) =>
    at < open || isChosen(query, filter, option.value);
  // Where a filter can lead to nothing, only what is chosen of it needs to be seen.
  const isDead = options.every(({ count }) => count === 0);
  const shown = options.filter((option, at) => isOpen(option, isDead ? open : at));
  const more = isDead ? [] : options.filter((option, at) => !isOpen(option, at));
  const list = (of: Facet["options"]) => (
    <ul>
      {of.map((option) => (
        <li key={option.value}>
          <Option facet={facet} option={option} query={query} place={place} />
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {list(shown)}
      {more.length > 0 && (
        <details className="folded">
          <summary>
            {more.length} more<span className="sr-only"> under {title}</span>
          </summary>
          {grouped(more).map(({ group, options: members }) => (
            <div key={group}>
              {group !== "" && <h3>{group}</h3>}
              {list(members)}
            </div>
          ))}
          {left > 0 && <p>{left} with fewer incidents can be named in the box.</p>}
        </details>
      )}
    </>
  );
}

/** Options under their headings, in the order in which these first come. */
function grouped(options: Facet["options"]): { group: string; options: Facet["options"] }[] {
  const groups = new Map<string, Facet["options"]>();
  for (const option of options) {
    const group = option.group ?? "";
    groups.set(group, [...(groups.get(group) ?? []), option]);
  }
  return [...groups].map(([group, members]) => ({ group, options: members }));
}

type OptionProps = FacetProps & { readonly option: Facet["options"][number] };

function Option({ facet: { filter }, option, query, place }: OptionProps) {
  const { value, name, count } = option;
  const chosen = isChosen(query, filter, value);
  const words = (
    <>
      <span className={isMany(filter, query) ? "facet-mark" : "facet-mark facet-mark-round"} />
      <span>
        {filter === "role" && <RoleGlyph role={value} />}
        {name}
      </span>
      <Figure count={count} />
    </>
  );
  if (count === 0 && !chosen) return <span className="facet-option">{words}</span>;
  return (
    <a
      className="facet-option"
      href={addressAt(place, choosing(query, filter, value))}
      aria-current={chosen ? "true" : undefined}
      data-stay={`${filter} ${value}`}
    >
      {words}
    </a>
  );
}

/** Whether several values of a filter can be chosen one after the other. */
function isMany(filter: ListedFilter, query: Query): boolean {
  return filter === "class" && query.match !== "any";
}

function Figure({ count }: { count: number }): ReactNode {
  return (
    <span className="facet-count">
      {count}
      <span className="sr-only"> {count === 1 ? "incident" : "incidents"}</span>
    </span>
  );
}

function RoleGlyph({ role }: { role: string }) {
  const { shape, color } = roleLooks[Role.parse(role)];
  return (
    <span className={`facet-glyph ${color}`}>
      <Glyph shape={shape} />
    </span>
  );
}

const matchNames: Record<Match, string> = { all: "All", any: "Any", factor: "In one factor" };

/** Whether all chosen classes are wanted, any of them, or all of them in one factor. */
function MatchChoice({ query, place }: Omit<Props, "answer">) {
  if (query.class.length < 2) return null;
  return (
    <Segments
      label="How the classes belong together"
      choices={Match.options.map((match) => ({
        name: matchNames[match],
        href: addressAt(place, { ...query, page: 1, match }),
        isCurrent: match === query.match,
      }))}
    />
  );
}
