import { Segments } from "#app/_parts/segments";
import { Section } from "#app/_ui/section";
import { paths } from "#app/paths";
import { isByStrength, type Together } from "#knowledge/patterns/together";
import type { PatternSort, View } from "#knowledge/patterns/view";

import { countInWords, incidentsInWords, timesAsOften } from "./figure-words";
import { Matrix, MatrixLegend } from "./matrix";
import { PairTable, pairSearch } from "./pair-table";
import { ScrollRegion } from "#app/_ui/scroll-region";
import { viewPath } from "./view-path";

interface Props {
  readonly together: Together;
  readonly view: View;
  /** The names of classes, by slug. */
  readonly names: ReadonlyMap<string, string>;
}

/** Of fewer incidents it means nothing that two classes meet. */
const enoughIncidents = 5;

/** Which classes come together: the strongest pairs in words, all as a matrix, and as a table. */
export function TogetherSection({ together, view, names }: Props) {
  const { total, pairs } = together;
  const enough = total >= enoughIncidents && pairs.length > 0;
  return (
    <Section id="together" title="What comes together" className="computed">
      {enough ? (
        <>
          <p className="computed-lead">
            {whatIsShown(together, view)}
            {view.role !== null && `, both as ${view.role}`}: in how many of{" "}
            {incidentsInWords(total)} both occur, and whether that is more than would happen if
            neither had to do with the other.
          </p>
          <div className="together">
            <div className={together.isSquare ? "together-picture is-square" : "together-picture"}>
              <Order view={view} />
              <MatrixLegend />
              <ScrollRegion label="The matrix as a picture; the table after it says the same">
                <Matrix together={together} view={view} names={names} />
              </ScrollRegion>
            </div>
            <Strongest together={together} view={view} names={names} />
          </div>
          <PairTable together={together} view={view} names={names} />
        </>
      ) : (
        <p className="remark">
          There are too few incidents here to say of any two classes that they come together.
        </p>
      )}
    </Section>
  );
}

function Order({ view }: Pick<Props, "view">) {
  const orders: readonly (readonly [PatternSort | null, string])[] = [
    [null, "By strength"],
    ["incidents", "By incidents"],
    ["family", "By family"],
  ];
  return (
    <Segments
      label="Order of the classes and pairs"
      choices={orders.map(([sort, name]) => ({
        href: viewPath({ ...view, sort }, "together"),
        name,
        isCurrent: sort === null ? isByStrength(view) : view.sort === sort,
      }))}
    />
  );
}

function whatIsShown({ columns, isSquare }: Together, view: View): string {
  if (!isSquare) return "The classes of the family, each with what comes with it";
  const count = columns.length;
  return isByStrength(view)
    ? `The ${count} classes with the strongest ties, each with each other`
    : `The ${count} classes that most incidents name, each with each other`;
}

function Strongest({ together: { strongest, compared }, view, names }: Props) {
  if (strongest.length === 0) return null;
  return (
    <div className="strongest">
      <h3 className="label">Strongest</h3>
      <ol>
        {strongest.map((pair) => (
          <li key={`${pair.a} ${pair.b}`} className={pair.isClear ? "clear" : undefined}>
            <a className="quiet" href={paths.search(pairSearch(pair, view))}>
              {names.get(pair.a)} <span>with</span> {names.get(pair.b)}
            </a>
            <p>
              {pair.isSmall && <i>few: </i>}
              {pair.both} of {pair.ofA} and {pair.ofB} · {timesAsOften(pair.lift)} times as often as
              by chance
            </p>
          </li>
        ))}
      </ol>
      <p className="computed-note">
        Of {countInWords(compared)} pairs compared, first those that are hardly chance and that at
        least five incidents bear.
      </p>
    </div>
  );
}
