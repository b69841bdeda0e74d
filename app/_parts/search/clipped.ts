import type { Piece } from "./answer";

/** As much of a text's beginning is kept before the first match, as a part of what is shown. */
const lead = 1 / 3;

/**
 * Pieces of a text cut down to about so many characters, around the first that match. Words stay
 * whole, and an ellipsis stands where something was left out.
 */
export function clipped(pieces: readonly Piece[], most: number): Piece[] {
  const text = pieces.map((piece) => piece.text).join("");
  if (text.length <= most) return [...pieces];
  const match = lengthBefore(
    pieces,
    pieces.findIndex(({ isMatch }) => isMatch),
  );
  const earliest = Math.min(match - Math.floor(most * lead), text.length - most);
  const start = earliest <= 0 ? 0 : Math.min(match, text.indexOf(" ", earliest - 1) + 1);
  const cut = start + most >= text.length ? text.length : text.lastIndexOf(" ", start + most);
  const end = cut > match ? cut : start + most;
  return [
    ...(start > 0 ? [ellipsis] : []),
    ...between(pieces, start, end),
    ...(end < text.length ? [ellipsis] : []),
  ];
}

const ellipsis: Piece = { text: "…", isMatch: false };

function lengthBefore(pieces: readonly Piece[], position: number): number {
  return pieces.slice(0, Math.max(0, position)).reduce((sum, { text }) => sum + text.length, 0);
}

function between(pieces: readonly Piece[], start: number, end: number): Piece[] {
  return pieces.flatMap(({ text, isMatch }, at) => {
    const before = lengthBefore(pieces, at);
    const part = text.slice(Math.max(0, start - before), Math.max(0, end - before));
    return part === "" ? [] : [{ text: part, isMatch }];
  });
}
