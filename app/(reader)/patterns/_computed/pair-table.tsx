import { paths } from "#app/paths";
import type { ClassPair } from "#knowledge/patterns/class-pair";
import { isByStrength, type Together } from "#knowledge/patterns/together";
import type { PatternSort, View } from "#knowledge/patterns/view";
import { emptyQuery, writeQuery } from "#knowledge/search/query";

import { countInWords, timesAsOften } from "./figure-words";
import { ScrollRegion } from "#app/_ui/scroll-region";
import { viewPath } from "./view-path";

interface Props {
  readonly together: Together;
  readonly view: View;
  readonly names: ReadonlyMap<string, string>;
}

/** What finds the incidents that name both classes, each in the role that is counted. */
export function pairSearch({ a, b }: Pick<ClassPair, "a" | "b">, { role }: View) {
  return writeQuery({ ...emptyQuery, class: [a, b], role: role ? [role] : [] });
}

/** Every pair of the matrix as a row, with all that the picture shows and how it comes about. */
export function PairTable({ together: { pairs, total }, view, names }: Props) {
  const met = pairs.filter(({ both }) => both > 0);
  const apart = pairs.length - met.length;
  return (
    <details className="folded">
      <summary>The {met.length} pairs as a table</summary>
      <ScrollRegion label="Pairs of classes">
        <table id="pairs" className="data-table computed-table">
          <thead>
            <tr>
              <Heading name="Classes" sort="family" view={view} isSorted={view.sort === "family"} />
              <Heading
                name="Both"
                sort="incidents"
                view={view}
                isSorted={view.sort === "incidents"}
              />
              <th scope="col">Each</th>
              <th scope="col">By chance</th>
              <Heading
                name="Times as often"
                sort={null}
                view={view}
                isSorted={isByStrength(view)}
              />
            </tr>
          </thead>
          <tbody>
            {met.map((pair) => (
              <PairRow key={`${pair.a} ${pair.b}`} pair={pair} view={view} names={names} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="computed-note">
        By chance: the incidents of the one times those of the other, out of {countInWords(total)}.
        Bold: hardly chance, taken by itself; but of so many pairs that are compared, chance alone
        makes a few stand out. <i>few</i>: fewer than five incidents bear it; of a single one no
        figure is made.
        {apart > 0 && ` The other ${apart} pairs of the matrix never occur together.`}
      </p>
    </details>
  );
}

interface HeadingProps {
  readonly name: string;
  readonly sort: PatternSort | null;
  readonly view: View;
  readonly isSorted: boolean;
}

function Heading({ name, sort, view, isSorted }: HeadingProps) {
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (sort === "family" ? "ascending" : "descending") : undefined}
    >
      <a className="quiet" href={viewPath({ ...view, sort }, "pairs")}>
        {name}
        {isSorted && <span aria-hidden="true"> ↓</span>}
      </a>
    </th>
  );
}

interface RowProps extends Omit<Props, "together"> {
  readonly pair: ClassPair;
}

function PairRow({ pair, view, names }: RowProps) {
  return (
    <tr className={pair.isClear ? "clear" : undefined}>
      <th scope="row">
        <a className="quiet" href={paths.search(pairSearch(pair, view))}>
          {names.get(pair.a)} <span className="text-faint">with</span> {names.get(pair.b)}
        </a>
      </th>
      <td>
        {pair.both}
        {pair.isSmall && <i> few</i>}
      </td>
      <td>
        {pair.ofA}, {pair.ofB}
      </td>
      <td>{pair.expected.toFixed(1)}</td>
      <td>{pair.both > 1 ? timesAsOften(pair.lift) : "–"}</td>
    </tr>
  );
}
