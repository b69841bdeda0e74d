import type { ReactNode } from "react";

/**
 * Small shapes that stand beside a word, in a box of 12 by 12; drawn, so that they look alike on
 * every machine. Whatever holds one sets `fill` and `stroke` to its colour.
 */
export const shapes = {
  diamond: <path d="M6 .3 11.7 6 6 11.7.3 6Z" stroke="none" />,
  "open-diamond": <path d="M6 1.2 10.8 6 6 10.8 1.2 6Z" fill="none" strokeWidth="1.5" />,
  triangle: <path d="M6 .8 11.8 11H.2Z" stroke="none" />,
  "down-triangle": <path d="M6 11.2.2 1h11.6Z" stroke="none" />,
  plus: <path d="M4.4.8h3.2v3.6h3.6v3.2H7.6v3.6H4.4V7.6H.8V4.4h3.6Z" stroke="none" />,
  ring: (
    <>
      <circle cx="6" cy="6" r="5.1" fill="none" strokeWidth="1.4" />
      <circle cx="6" cy="6" r="2.5" stroke="none" />
    </>
  ),
  circle: <circle cx="6" cy="6" r="4.4" fill="none" strokeWidth="1.7" />,
  dot: <circle cx="6" cy="6" r="4.8" stroke="none" />,
  return: (
    <>
      <path d="M2.5 3.6A4.7 4.7 0 1 1 1.3 6.6" fill="none" strokeWidth="1.6" />
      <path d="M.4.8 5.6 2.2 1.8 6Z" stroke="none" />
    </>
  ),
  check: <path d="M1 6.6 4.4 10 11 2.2" fill="none" strokeWidth="2" />,
  speech: <path d="M.6 1.2h10.8v7.4H6.4L3.2 11.4V8.6H.6Z" stroke="none" />,
  arrow: <path d="M.6 6h10M6.6 1.8 10.8 6 6.6 10.2" fill="none" strokeWidth="1.6" />,
} satisfies Record<string, ReactNode>;

export type Shape = keyof typeof shapes;

const names = Object.keys(shapes).filter((name): name is Shape => name in shapes);

/** The shapes, once a page; every `Glyph` refers to them. */
export function GlyphSheet() {
  return (
    <svg className="hidden" aria-hidden="true">
      {names.map((name) => (
        <symbol key={name} id={`g-${name}`} viewBox="0 0 12 12">
          {shapes[name]}
        </symbol>
      ))}
    </svg>
  );
}

/** One shape in the colour and size of the text around it; the word beside it says what it means. */
export function Glyph({ shape }: { shape: Shape }) {
  return (
    <svg className="glyph" aria-hidden="true">
      <use href={`#g-${shape}`} />
    </svg>
  );
}
