import type { Metadata } from "next";

import { patternExcerpt } from "#app/_parts/pattern-excerpt";
import { Shell } from "#app/_parts/shell";
import { Section } from "#app/_ui/section";
import { metadataOf } from "#app/page-metadata";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { searchParametersOf, type PageParameters } from "#app/search-parameters";
import { findPatterns, type PatternLine } from "#knowledge/library/shelf.store";
import { countClasses } from "#knowledge/patterns/class-count";
import { findHeld } from "#knowledge/patterns/held";
import { findOverYears } from "#knowledge/patterns/over-years";
import { findTimes } from "#knowledge/patterns/times";
import { findTogether } from "#knowledge/patterns/together";
import { readView, type View } from "#knowledge/patterns/view";
import { atOneLook } from "#knowledge/search/block-version.store";
import { findFamilies, type FamilyLine } from "#knowledge/taxonomy/taxonomy.store";

import { HeldSection } from "./_computed/held";
import { LimitsSection } from "./_computed/limits";
import { OverYearsSection } from "./_computed/over-years";
import { TimesSection } from "./_computed/times";
import { TogetherSection } from "./_computed/together";
import { ViewBar } from "./_computed/view-bar";

interface Props {
  readonly searchParams: PageParameters;
}

export function generateMetadata(): Metadata {
  return metadataOf({
    title: "Patterns",
    description:
      "What incidents show when they are read side by side, and when they are counted: what comes together, when, how long it took, and what held.",
    canonical: paths.patterns(),
  });
}

export default async function PatternsPage({ searchParams }: Props) {
  tagPage("incidents");
  const [patterns, families, parameters] = await Promise.all([
    findPatterns(),
    findFamilies(),
    searchParametersOf(searchParams),
  ]);
  const view = readView(parameters, families);
  const figures = await atOneLook(() => figuresOf(families, view));
  return (
    <Shell section="patterns">
      <div className="page">
        <h1 className="title">Patterns</h1>
        <p className="lede mt-3">
          What incidents show when they are read side by side: the same course of events in
          different systems, with what differed and what can be taken from it. And what they show
          when they are counted.
        </p>
        <OnThisPage isCounted={figures !== null} />
        {patterns.length > 0 && <Written patterns={patterns} />}
        <div
          className={view.role === null ? "counted map" : `counted map map-${view.role}`}
          id="counted"
        >
          {figures === null ? (
            <p className="remark">Nothing is published here yet that could be counted.</p>
          ) : (
            <Counted figures={figures} families={families} view={view} />
          )}
          <LimitsSection />
        </div>
      </div>
    </Shell>
  );
}

const counted = [
  ["together", "What comes together"],
  ["years", "Over the years"],
  ["times", "How long it took"],
  ["held", "What held"],
] as const;

function OnThisPage({ isCounted }: { readonly isCounted: boolean }) {
  const sections = [
    ["written", "Read side by side"],
    ...(isCounted ? counted : []),
    ["limits", "What such figures can say"],
  ] as const;
  return (
    <nav className="page-parts" aria-label="On this page">
      <ul>
        {sections.map(([id, name]) => (
          <li key={id}>
            <a href={`#${id}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Written({ patterns }: { readonly patterns: readonly PatternLine[] }) {
  return (
    <Section id="written" title="Read side by side" className="written-patterns">
      <ul className="pattern-list">
        {patterns.map((pattern) => (
          <li key={pattern.slug}>
            <h3 className="subhead">
              <a className="quiet" href={paths.pattern(pattern.slug)}>
                {pattern.title}
              </a>
            </h3>
            <p className="serif">{patternExcerpt(pattern, 240)}</p>
            <p className="text-fine text-faint">{pattern.incidents} incidents</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** All figures of a view; null where nothing is published that could be counted. */
async function figuresOf(families: readonly FamilyLine[], view: View) {
  const counts = await countClasses(families, view.role);
  if (counts.total === 0) return null;
  const [together, overYears, times, held] = await Promise.all([
    findTogether(counts, view),
    findOverYears(families, view),
    findTimes(counts, view),
    findHeld(families, view),
  ]);
  return { together, overYears, times, held };
}

interface CountedProps {
  readonly figures: NonNullable<Awaited<ReturnType<typeof figuresOf>>>;
  readonly families: readonly FamilyLine[];
  readonly view: View;
}

/** What is computed from the records, in pictures and tables. */
function Counted({ figures, families, view }: CountedProps) {
  const { together, overYears, times, held } = figures;
  const names = new Map(
    families.flatMap(({ classes }) => classes.map(({ slug, name }) => [slug, name] as const)),
  );
  return (
    <>
      <ViewBar view={view} families={families} />
      <TogetherSection together={together} view={view} names={names} />
      <OverYearsSection overYears={overYears} view={view} />
      <TimesSection times={times} view={view} />
      <HeldSection held={held} view={view} />
    </>
  );
}
