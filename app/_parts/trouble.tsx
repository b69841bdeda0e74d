import { paths } from "#app/paths";

/** Says that a page could not be made. `reference` is the number under which the log has it. */
export function Trouble({ reference }: { reference?: string | undefined }) {
  return (
    <main className="page">
      <p className="eyebrow">500</p>
      <h1 className="title mt-2">This page could not be made.</h1>
      <p className="lede mt-4">
        Something broke on our side. Nothing you did is lost; loading the page again may be enough.
      </p>
      {reference !== undefined && (
        <p className="mt-6 text-small text-faint">
          In the log it is <code className="font-mono">{reference}</code>.
        </p>
      )}
      <p className="mt-10">
        <a href={paths.home()}>To the front page</a>
      </p>
    </main>
  );
}
