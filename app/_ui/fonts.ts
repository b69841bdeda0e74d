import localFont from "next/font/local";

/*
 * A serif for reading, a sans for working, a mono for times and citations. `optional` means that a
 * font which comes too late is used from the next page on: text never jumps. Only what the first
 * paint shows is preloaded (109 kB); the italic (24 kB) comes when a page has one.
 */
const serif = localFont({
  src: [
    {
      path: "../../node_modules/@fontsource/newsreader/files/newsreader-latin-400-normal.woff2",
      weight: "400",
    },
    {
      path: "../../node_modules/@fontsource/newsreader/files/newsreader-latin-500-normal.woff2",
      weight: "500",
    },
  ],
  display: "optional",
  variable: "--font-newsreader",
  adjustFontFallback: "Times New Roman",
});

const serifItalic = localFont({
  src: "../../node_modules/@fontsource/newsreader/files/newsreader-latin-400-italic.woff2",
  style: "italic",
  display: "optional",
  preload: false,
  variable: "--font-newsreader-italic",
  adjustFontFallback: "Times New Roman",
});

const sans = localFont({
  src: "../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  weight: "100 900",
  display: "optional",
  variable: "--font-inter",
  adjustFontFallback: "Arial",
});

const mono = localFont({
  src: "../../node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2",
  weight: "400",
  display: "optional",
  variable: "--font-plex-mono",
  adjustFontFallback: false,
});

/** The class names that define the font variables; they belong on `<html>`. */
export const fontVariables = [serif, serifItalic, sans, mono]
  .map((font) => font.variable)
  .join(" ");
