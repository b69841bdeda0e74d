import { paths } from "#app/paths";
import type { ClassPage } from "#knowledge/taxonomy/taxonomy.store";

import { readNeighbours } from "./neighbours";

interface Props {
  readonly failureClass: ClassPage;
  readonly classNames: ReadonlyMap<string, string>;
}

/** What the class means, and which neighbours it is not. */
export function Meaning({ failureClass, classNames }: Props) {
  return (
    <>
      <p className="class-means">{failureClass.means}</p>
      <p className="remark">
        <strong>Not to be confused:</strong>{" "}
        {readNeighbours(failureClass.not, classNames).map((piece, position) =>
          piece.kind === "class" ? (
            <a key={`${position} ${piece.slug}`} href={paths.failureClass(piece.slug)}>
              {piece.name}
            </a>
          ) : (
            piece.words
          ),
        )}
      </p>
    </>
  );
}
