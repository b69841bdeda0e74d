import { IncidentEyebrow } from "#app/_parts/incident-eyebrow";
import { RoleMark } from "#app/_parts/role-mark";
import { titleWords } from "#app/_parts/title-words";
import { paths } from "#app/paths";
import type { Query } from "#knowledge/search/query";

import type { AnswerFactor, AnswerResult, Piece } from "./answer";

interface Props {
  readonly results: readonly AnswerResult[];
  /** Those that lack words come after all others, under a line of their own. */
  readonly arePartialLast: boolean;
  readonly showsFactors: boolean;
  readonly query: Query;
}

/** Incidents with what of them fits the question. */
export function Results({ results, arePartialLast, showsFactors, query }: Props) {
  const whole = arePartialLast ? results.filter(({ lacks }) => lacks.length === 0) : results;
  const partial = arePartialLast ? results.filter(({ lacks }) => lacks.length > 0) : [];
  const list = (of: readonly AnswerResult[]) =>
    of.length > 0 && (
      <ol className="incident-list">
        {of.map((result) => (
          <li key={result.slug}>
            <Found result={result} showsFactors={showsFactors} query={query} />
          </li>
        ))}
      </ol>
    );
  return (
    <>
      {list(whole)}
      {partial.length > 0 && <p className="label results-partial">Some words missing</p>}
      {list(partial)}
    </>
  );
}

type FoundProps = Pick<Props, "showsFactors" | "query"> & { readonly result: AnswerResult };

function Found({ result, showsFactors, query }: FoundProps) {
  return (
    <article>
      <IncidentEyebrow incident={result} />
      <h2 className="subhead">
        <a className="quiet" href={paths.incident(result.slug)}>
          {titleWords(result.title)}
        </a>
      </h2>
      {showsFactors && result.factors.length > 0 ? (
        <Factors result={result} query={query} />
      ) : (
        <p className="incident-excerpt">
          {result.passage ? <Pieces pieces={result.passage} /> : result.summary}
        </p>
      )}
      {result.named.length > 0 && <ByName named={result.named} />}
      {result.lacks.length > 0 && (
        <p className="result-lacks">
          lacks: <span>{result.lacks.join(", ")}</span>
        </p>
      )}
    </article>
  );
}

/** Why an incident was found whose own words do not say it. */
function ByName({ named }: Pick<AnswerResult, "named">) {
  return (
    <p className="result-named">
      found by {named.length === 1 ? "its class" : "its classes"}{" "}
      {named.map(({ slug, name, alias }, at) => (
        <span key={slug}>
          {at > 0 && ", "}
          <a href={paths.failureClass(slug)}>{name}</a>
          {alias !== null && <>, also called “{alias}”</>}
        </span>
      ))}
    </p>
  );
}

/** Factors of one incident that stand open; the rest is one step away. */
const factorsOpen = 4;

function Factors({ result: { slug, factors }, query }: Omit<FoundProps, "showsFactors">) {
  const [open, more] = unfolded(factors, query);
  const list = (of: readonly AnswerFactor[]) => (
    <ul className="result-factors">
      {of.map((factor) => (
        <li key={factor.id} className="factor-line">
          <RoleMark role={factor.role} />
          <FactorWords slug={slug} factor={factor} asked={query.class} />
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {list(open)}
      {more.length > 0 && (
        <details className="folded">
          <summary>
            {more.length} more {more.length === 1 ? "factor that matches" : "factors that match"}
          </summary>
          {list(more)}
        </details>
      )}
    </>
  );
}

/** Those that stand open and those that do not, each in the order of the incident. */
function unfolded(
  factors: readonly AnswerFactor[],
  query: Query,
): [open: readonly AnswerFactor[], more: readonly AnswerFactor[]] {
  const saying = factors.filter(({ pieces }) => pieces.some(({ isMatch }) => isMatch));
  // Asked for words alone, a factor whose statement holds them tells more than one whose detail does.
  const first = asksForWordsAlone(query) && saying.length > 0 ? saying : factors;
  // One more costs no more room than the line that would hide it.
  const open = first.length === factorsOpen + 1 ? first : first.slice(0, factorsOpen);
  return [open, factors.filter((factor) => !open.includes(factor))];
}

function asksForWordsAlone({ class: classes, family, role, standing }: Query): boolean {
  return [classes, family, role, standing].every((values) => values.length === 0);
}

interface FactorProps {
  readonly slug: string;
  readonly factor: AnswerFactor;
  readonly asked: readonly string[];
}

function FactorWords({ slug, factor, asked }: FactorProps) {
  return (
    <div>
      <p>
        <a className="quiet" href={paths.incidentFactor(slug, factor.id)}>
          <Pieces pieces={factor.pieces} />
        </a>
        {factor.standing !== "confirmed" && (
          <span className="text-faint"> ({factor.standing})</span>
        )}
      </p>
      {factor.classes.length > 0 && (
        <ul className="result-classes">
          {factor.classes.map((one) => (
            <li key={one.slug}>
              <a
                className={asked.includes(one.slug) ? "chip chip-asked" : "chip"}
                href={paths.failureClass(one.slug)}
              >
                {one.name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, isMatch }, at) => {
    const key = `${at} ${text}`;
    return isMatch ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
  });
}
