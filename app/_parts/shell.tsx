import type { ReactNode } from "react";

import { GlyphSheet } from "../_ui/glyph";
import { SiteFooter } from "./site-footer";
import { SiteHeader, type Section } from "./site-header";

interface Props {
  /** The part of the site to which the page belongs; marked in the navigation. */
  readonly section?: Section;
  /** What the search box shows; the words of the present search, if there is one. */
  readonly query?: string;
  readonly children: ReactNode;
}

/** The frame of every page: skip link, header, the one `<main>`, footer. */
export function Shell({ section, query, children }: Props) {
  return (
    <>
      <a className="skip" href="#main">
        Skip to content
      </a>
      <GlyphSheet />
      <SiteHeader section={section} query={query} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter />
    </>
  );
}
