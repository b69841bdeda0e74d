import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";

import { absolute, paths } from "#app/paths";

import { fontVariables } from "./_ui/fonts";

import "./globals.css";

export const metadata: Metadata = {
  metadataBase: new URL(absolute("/")),
  title: { default: "Hindsight: has this happened before?", template: "%s · Hindsight" },
  description:
    "Public incidents and outages, taken apart into the factors that made them possible, set them off, made them worse, hid them, or held.",
  applicationName: "Hindsight",
  formatDetection: { telephone: false, date: false, address: false, email: false },
  icons: { icon: [{ url: "/icon.svg", type: "image/svg+xml" }] },
  alternates: {
    types: {
      "application/atom+xml": [{ url: paths.feedAtom(), title: "Hindsight: new incidents" }],
      "application/feed+json": [{ url: paths.feedJson(), title: "Hindsight: new incidents" }],
    },
  },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf6" },
    { media: "(prefers-color-scheme: dark)", color: "#14130f" },
  ],
};

/** The last element of a page. */
const pageEnd = "page-end";

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // The theme script writes attributes on this element before React may look at it.
    <html lang="en-GB" className={fontVariables} suppressHydrationWarning>
      <head>
        {/* The first paint shows the page whole: on a slow processor what came later moved the rest. */}
        <link rel="expect" href={`#${pageEnd}`} blocking="render" />
        {/* It must run before the first paint, or a reader of the dark theme sees a white flash. */}
        {/* oxlint-disable-next-line nextjs/no-sync-scripts */}
        <script src={process.env.THEME_SCRIPT} data-own="" />
        <script
          src={process.env.READER_SCRIPT}
          defer
          data-own=""
          data-finding={process.env.FINDING_SCRIPT}
        />
      </head>
      <body>
        {children}
        <div id={pageEnd} hidden />
      </body>
    </html>
  );
}
