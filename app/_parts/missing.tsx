import { paths } from "#app/paths";

import { Shell } from "./shell";

interface Props {
  /** Pages whose address is nearest to the one that was asked for, nearest first. */
  readonly near?: readonly { readonly href: string; readonly name: string }[];
}

/** Says that there is nothing at an address, and what there is near it. */
export function Missing({ near = [] }: Props) {
  return (
    <Shell>
      <div className="page">
        <p className="eyebrow">404</p>
        <h1 className="title mt-2">There is nothing at this address.</h1>
        <p className="lede mt-4">
          It may have been mistyped; pages that moved redirect from their old address for ever.
        </p>
        {near.length > 0 && (
          <>
            <h2 className="label mt-10">Perhaps you meant</h2>
            <ul className="mt-2">
              {near.map(({ href, name }) => (
                <li key={href} className="py-1">
                  <a href={href}>{name}</a>
                </li>
              ))}
            </ul>
          </>
        )}
        <p className="mt-10">
          <a href={paths.incidents()}>All incidents</a> ·{" "}
          <a href={paths.failureClasses()}>failure classes</a> ·{" "}
          <a href={paths.home()}>the front page</a>
        </p>
      </div>
    </Shell>
  );
}
