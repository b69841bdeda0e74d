import type { ReactNode } from "react";

interface Props {
  /** What it holds, for those who come upon it with the keyboard. */
  readonly label: string;
  readonly children: ReactNode;
}

/** What may be wider than a narrow window, and scrolls sideways by itself instead of the page. */
export function ScrollRegion({ label, children }: Props) {
  return (
    // Focusable, for one who has no pointer scrolls it with the arrow keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="scroll-region" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
