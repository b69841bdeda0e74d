import type { Metadata } from "next";

import { outcomeLooks } from "#app/_parts/incident/claims";
import { Segments } from "#app/_parts/segments";
import { Shell } from "#app/_parts/shell";
import { Section } from "#app/_ui/section";
import { metadataOf } from "#app/page-metadata";
import { tagPage } from "#app/page-tags";
import { paths } from "#app/paths";
import { searchParametersOf, type PageParameters } from "#app/search-parameters";
import { countClaims, findClaims } from "#knowledge/incident/incident.store";
import { outcomeMeanings, type Outcome } from "#knowledge/incident/vocabulary";

import { ClaimEntry } from "./_claims/claim-entry";

interface Props {
  readonly searchParams: PageParameters;
}

/** What is not settled comes first. */
const outcomes: readonly Outcome[] = ["contested", "open", "confirmed", "refuted", "superseded"];

async function outcomeAsked(searchParams: PageParameters): Promise<Outcome | null> {
  const asked = (await searchParametersOf(searchParams)).get("outcome");
  return outcomes.find((outcome) => outcome === asked) ?? null;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const outcome = await outcomeAsked(searchParams);
  return metadataOf({
    title: outcome === null ? "Claims" : `Claims: ${outcome}`,
    description:
      "What sources say of incidents where they disagree or were later corrected: who said what, and how it stands today.",
    canonical: paths.claims(outcome ?? undefined),
  });
}

export default async function ClaimsPage({ searchParams }: Props) {
  tagPage("incidents");
  const outcome = await outcomeAsked(searchParams);
  const [claims, counts] = await Promise.all([findClaims(outcome), countClaims()]);
  const groups = outcomes
    .filter((one) => outcome === null || one === outcome)
    .map((one) => ({ outcome: one, claims: claims.filter((claim) => claim.outcome === one) }))
    .filter((group) => group.claims.length > 0);

  return (
    <Shell section="claims">
      <div className="page">
        <h1 className="title">Claims</h1>
        <p className="lede mt-3">
          Where sources disagree, or were later corrected, the record says who claimed what, and
          when, and how it stands today.
        </p>
        <OutcomeChoice outcome={outcome} counts={counts} />
        {groups.length === 0 && <p className="remark mt-8">There is no such claim at present.</p>}
        {groups.map((group) => (
          <Section
            key={group.outcome}
            id={group.outcome}
            title={outcomeLooks[group.outcome].words}
            className="outcome-group mt-10"
            aside={
              <p className="text-small text-faint">
                {group.claims.length}. {outcomeMeanings[group.outcome]}
              </p>
            }
          >
            <ol>
              {group.claims.map((claim) => (
                <ClaimEntry
                  key={`${claim.incident.slug} ${claim.id}`}
                  claim={claim}
                  isOpen={outcome !== null}
                />
              ))}
            </ol>
          </Section>
        ))}
      </div>
    </Shell>
  );
}

interface ChoiceProps {
  readonly outcome: Outcome | null;
  readonly counts: ReadonlyMap<Outcome, number>;
}

function OutcomeChoice({ outcome, counts }: ChoiceProps) {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return (
    <div className="mt-6">
      <Segments
        label="How claims stand"
        choices={[
          {
            href: paths.claims(),
            isCurrent: outcome === null,
            name: <Counted name="All" count={total} />,
          },
          ...outcomes.map((one) => ({
            href: paths.claims(one),
            isCurrent: one === outcome,
            name: <Counted name={outcomeLooks[one].words} count={counts.get(one) ?? 0} />,
          })),
        ]}
      />
    </div>
  );
}

function Counted({ name, count }: { name: string; count: number }) {
  return (
    <>
      {name}
      <span className="count">{count}</span>
    </>
  );
}
