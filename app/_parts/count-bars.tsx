import { Bar } from "../_ui/bar";

interface Props {
  readonly rows: readonly {
    readonly key: string;
    readonly name: string;
    readonly href: string;
    readonly count: number;
  }[];
  /** What a full bar stands for; the largest count when not given. */
  readonly most?: number;
}

/** Names with how many incidents each has, as figures and as bars. */
export function CountBars({ rows, most = Math.max(1, ...rows.map(({ count }) => count)) }: Props) {
  return (
    <ul className="count-bars">
      {rows.map(({ key, name, href, count }) => (
        <li key={key}>
          <a className="quiet" href={href}>
            {name}
          </a>
          <Bar to={count / most} className="text-accent" />
          <span>
            {count}
            <span className="sr-only"> {count === 1 ? "incident" : "incidents"}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
