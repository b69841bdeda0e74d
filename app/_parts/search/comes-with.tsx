import { RoleMark } from "../role-mark";
import { paths } from "../../paths";

import type { ComesWithRow, ComesWithRows } from "./comes-with-rows";

interface Props {
  /** Null: nothing to compare. */
  readonly rows: ComesWithRows | null;
}

/**
 * What the incidents found name more often than others do: each with its share as a bar, a tick where
 * the share of all incidents lies, the counts in words, and a link to the incidents behind it.
 */
export function ComesWith({ rows }: Props) {
  if (!rows) return null;
  const { ofFound, ofAll } = rows;
  return (
    <section className="comes-with" aria-labelledby="comes-with">
      <h2 id="comes-with">What usually comes with it</h2>
      <ul>
        {rows.rows.map((row) => (
          <Row key={row.name} row={row} of={rows} />
        ))}
      </ul>
      <p className="comes-with-note">
        Bars: share of these {ofFound} incidents; the tick: of all {ofAll}, with which “times as
        often” compares. Bold where the difference is more than chance would easily bring;{" "}
        <i>few</i>: fewer than five incidents bear it. Published incidents are no sample of what
        fails: who publishes, and what is worth telling, decides what is here.
      </p>
    </section>
  );
}

function Row({ row, of }: { readonly row: ComesWithRow; readonly of: ComesWithRows }) {
  return (
    <li className={row.isClear ? "clear" : undefined}>
      <a className="quiet" href={paths.search(row.parameters)}>
        {row.name}
      </a>{" "}
      {row.role && <RoleMark role={row.role} />}
      <ShareBar share={row.share} shareOfAll={row.shareOfAll} />
      <p>
        {row.isSmall && <i>few: </i>}
        {row.found} of these {of.ofFound}, {row.all} of all {of.ofAll} · {timesInWords(row.lift)}
      </p>
    </li>
  );
}

/** The words beside it say the same. */
function ShareBar({ share, shareOfAll }: { readonly share: number; readonly shareOfAll: number }) {
  return (
    <svg className="share-bar" aria-hidden="true">
      <rect width={percent(share)} height="100%" rx="3" />
      <rect className="share-tick" x={percent(shareOfAll)} width="2" height="100%" />
    </svg>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}

/** `2.4 times as often`; from ten times on without a decimal, which would say too much. */
function timesInWords(lift: number): string {
  return `${lift < 9.95 ? lift.toFixed(1) : Math.round(lift)} times as often`;
}
