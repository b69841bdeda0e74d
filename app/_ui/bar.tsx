interface Props {
  /** Where the filled part begins and ends, as shares of the whole, 0 to 1. */
  readonly from?: number;
  readonly to: number;
  /** A lighter part from `to` to here: how far it may reach. */
  readonly most?: number;
  readonly className?: string;
}

/** A thin bar that shows a share; the figure itself must stand beside it, for it is decoration. */
export function Bar({ from = 0, to, most = to, className = "" }: Props) {
  return (
    <svg className={`bar ${className}`} aria-hidden="true">
      {most > to && (
        <rect x={percent(to)} width={percent(most - to)} height="100%" opacity="0.35" />
      )}
      <rect x={percent(from)} width={percent(to - from)} height="100%" rx="3" />
    </svg>
  );
}

function percent(share: number): string {
  return `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`;
}
