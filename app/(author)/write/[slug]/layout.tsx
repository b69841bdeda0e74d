import localFont from "next/font/local";
import type { ReactNode } from "react";

import "./editor.css";

/** The questions of a template are in italics and in sight at once, so here the font is fetched ahead. */
const italic = localFont({
  src: "../../../../node_modules/@fontsource/newsreader/files/newsreader-latin-400-italic.woff2",
  style: "italic",
  display: "optional",
  variable: "--font-questions",
  adjustFontFallback: "Times New Roman",
});

export default function EditorLayout({ children }: { children: ReactNode }) {
  return <div className={`contents ${italic.variable}`}>{children}</div>;
}
