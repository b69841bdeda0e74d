import type { Piece, TextChange } from "#knowledge/review/compare-text";
import { withVisibleNames } from "#knowledge/text/invisible";

/** A text with what was taken out and put in, or both texts whole where little stayed. */
export function TextDifference({ change }: { readonly change: TextChange }) {
  if (change.kind === "rewritten") {
    return (
      <>
        <Removed text={change.from} /> <Added text={change.to} />
      </>
    );
  }
  return withOffsets(change.pieces).map(({ piece, offset }) => (
    <PieceText key={offset} piece={piece} />
  ));
}

function withOffsets(pieces: readonly Piece[]): { piece: Piece; offset: number }[] {
  let offset = 0;
  return pieces.map((piece) => {
    const from = offset;
    offset += piece.text.length;
    return { piece, offset: from };
  });
}

/** A piece of a text, marked where it was added or removed. */
export function PieceText({ piece: { kind, text } }: { piece: Piece }) {
  if (kind === "same") return text;
  return kind === "added" ? <Added text={text} /> : <Removed text={text} />;
}

/** What was put in, marked for eyes and ears. */
export function Added({ text }: { text: string }) {
  return (
    <ins>
      <span className="sr-only">[added: </span>
      <Visible text={text} />
      <span className="sr-only">]</span>
    </ins>
  );
}

/** What was taken out, marked for eyes and ears. */
export function Removed({ text }: { text: string }) {
  return (
    <del>
      <span className="sr-only">[removed: </span>
      <Visible text={text} />
      <span className="sr-only">]</span>
    </del>
  );
}

/** Text in which nothing that changed is hidden: not a space, and no character without a shape. */
function Visible({ text }: { text: string }) {
  if (text.trim() !== "") return withVisibleNames(text);
  return text.includes("\n") ? (
    <>
      <span aria-hidden="true">↵</span>
      <span className="sr-only">line end</span>
      {text}
    </>
  ) : (
    <>
      <span aria-hidden="true">␣</span>
      <span className="sr-only">space</span>
    </>
  );
}
