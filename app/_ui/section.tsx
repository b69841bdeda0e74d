import type { ReactNode } from "react";

interface Props {
  /** The anchor, unique on the page. */
  readonly id: string;
  readonly title: string;
  /** A remark on the line of the heading, such as a count or a control. */
  readonly aside?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A section of a page under a heading that is its own address. */
export function Section({ id, title, aside, className, children }: Props) {
  return (
    <section aria-labelledby={id} className={className}>
      <div className="section-head">
        <h2 id={id} className="heading">
          <a className="self" href={`#${id}`}>
            {title}
          </a>
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
