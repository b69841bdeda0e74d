import { paths } from "#app/paths";
import type { ClassCount } from "#knowledge/patterns/class-count";
import { pairKey, type ClassPair } from "#knowledge/patterns/class-pair";
import type { Together } from "#knowledge/patterns/together";
import type { View } from "#knowledge/patterns/view";

import { countInCell, timesAsOften } from "./figure-words";
import { pairSearch } from "./pair-table";

interface Props {
  readonly together: Together;
  readonly view: View;
  readonly names: ReadonlyMap<string, string>;
}

/** In pixels: a cell with the gap beside it, the gap, and the room for names of classes. */
const [step, gap, nameWidth, slantHeight] = [30, 2, 268, 176];

/**
 * The matrix, for those who point: each cell leads to its incidents. Everybody else has the table,
 * with the same links. Where rows are the columns, the name at the end of a row also heads the column
 * that begins beneath it; else names of columns stand slanted above them.
 */
export function Matrix({ together, view, names }: Props) {
  const { rows, columns, isSquare, pairs } = together;
  const pairOf = new Map(pairs.map((pair) => [pairKey(pair.a, pair.b), pair]));
  const top = isSquare ? 0 : slantHeight;
  const [width, height] = [columns.length * step + nameWidth, top + rows.length * step];
  return (
    <svg
      className="matrix"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      {!isSquare && <ColumnNames columns={columns} />}
      {rows.map((row, down) => (
        <g key={row.slug} transform={`translate(0 ${top + down * step})`}>
          {columns.slice(0, isSquare ? down : columns.length).map((column, across) => {
            const pair = pairOf.get(pairKey(row.slug, column.slug));
            return pair ? (
              <Cell key={column.slug} pair={pair} x={across * step} view={view} names={names} />
            ) : (
              <Total key={column.slug} of={row} x={across * step} />
            );
          })}
          {isSquare && <Total of={row} x={down * step} />}
          <a href={paths.failureClass(row.slug)} tabIndex={-1}>
            <text
              className="matrix-name"
              x={(isSquare ? down + 1 : columns.length) * step + 6}
              y={20}
            >
              {row.name}
            </text>
          </a>
        </g>
      ))}
    </svg>
  );
}

function ColumnNames({ columns }: Pick<Together, "columns">) {
  return columns.map(({ slug, name }, across) => (
    <a key={slug} href={paths.failureClass(slug)} tabIndex={-1}>
      <text
        className="matrix-name"
        transform={`translate(${across * step + step / 2} ${slantHeight - 8}) rotate(-45)`}
      >
        {name}
      </text>
    </a>
  ));
}

/** How many incidents name the class at all, where it meets itself. */
function Total({ of, x }: { readonly of: ClassCount; readonly x: number }) {
  return (
    <g className="matrix-total">
      <rect x={x + 0.5} y={0.5} width={step - gap - 1} height={step - gap - 1} rx="4" />
      <text x={x + (step - gap) / 2} y={18.5}>
        {countInCell(of.incidents)}
      </text>
    </g>
  );
}

interface CellProps {
  readonly pair: ClassPair;
  readonly x: number;
  readonly view: View;
  readonly names: ReadonlyMap<string, string>;
}

function Cell({ pair, x, view, names }: CellProps) {
  if (pair.both === 0) {
    return (
      <circle className="matrix-never" cx={x + (step - gap) / 2} cy={(step - gap) / 2} r="1.5" />
    );
  }
  const inset = pair.isSmall ? 5 : 0;
  const side = step - gap - 2 * inset;
  return (
    <a
      href={paths.search(pairSearch(pair, view))}
      tabIndex={-1}
      className={pair.isClear ? "clear" : undefined}
    >
      <title>{titleOf(pair, names)}</title>
      <rect className="reach" x={x} width={step} height={step} />
      <rect
        className={`shade-${shadeOf(pair)}`}
        x={x + inset}
        y={inset}
        width={side}
        height={side}
        rx="4"
      />
      <text x={x + (step - gap) / 2} y={18.5}>
        {countInCell(pair.both)}
      </text>
    </a>
  );
}

function titleOf({ a, b, both, lift }: ClassPair, names: ReadonlyMap<string, string>): string {
  const often = both > 1 ? `, ${timesAsOften(lift)} times as often as by chance` : "";
  return `${names.get(a)} with ${names.get(b)}: ${both}${often}`;
}

/** From how many times as often on a cell has which shade of the map of classes. */
const shades = [
  { from: 3, shade: 10, words: "3 times and more" },
  { from: 2, shade: 7, words: "2 to 3" },
  { from: 1.5, shade: 4, words: "1.5 to 2" },
  { from: 1, shade: 1, words: "up to 1.5 times as often as by chance" },
] as const;

const unshaded = { shade: 0, words: "no more often, or a single incident" };

// One incident in which they meet says nothing, however rare they are.
function shadeOf({ lift, both }: ClassPair): number {
  return (both > 1 && shades.find(({ from }) => lift >= from)?.shade) || 0;
}

/** What the cells say. */
export function MatrixLegend() {
  return (
    <ul className="matrix-legend">
      {[...shades, unshaded].toReversed().map(({ shade, words }) => (
        <li key={shade}>
          <svg className="matrix-key" aria-hidden="true">
            <rect className={`shade-${shade}`} width="100%" height="100%" rx="4" />
          </svg>
          {words}
        </li>
      ))}
      <li>
        <svg className="matrix-key" aria-hidden="true">
          <rect className="shade-4" x="25%" y="25%" width="50%" height="50%" rx="3" />
        </svg>
        small: fewer than five incidents
      </li>
      <li>
        <b>17</b> bold: hardly chance
      </li>
    </ul>
  );
}
