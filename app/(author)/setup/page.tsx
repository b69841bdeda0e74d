import { Shell } from "#app/_parts/shell";
import { flashFor } from "#app/_session/current";
import { paths } from "#app/paths";
import { hasAdmin } from "#knowledge/people/account.store";
import { findOpenLink } from "#knowledge/people/one-time-link.store";

import { DeadLink } from "#app/_parts/people/dead-link";
import { JoiningForm } from "#app/_parts/people/joining-form";

export const metadata = { title: "Set up this site" };

interface Props {
  readonly searchParams: Promise<{ token?: string | string[] }>;
}

export default async function SetUpPage({ searchParams }: Props) {
  const token = [(await searchParams).token ?? ""].flat().at(-1) ?? "";
  const isOpen = !(await hasAdmin()) && (await findOpenLink("setup", token)) !== null;
  return (
    <Shell>
      <div className="page">
        <div className="narrow">
          {isOpen ? (
            <>
              <h1 className="title">Set up this site</h1>
              <p className="lede mt-3">You become its first admin, and invite the others.</p>
              <JoiningForm
                purpose="setup"
                token={token}
                flash={await flashFor(paths.setup())}
                action="Set up"
              />
            </>
          ) : (
            <DeadLink title="This link does not work.">
              The link that sets a site up is printed when the server starts, as long as nobody is
              admin; each start prints a new one, and it works once and for a day.
            </DeadLink>
          )}
        </div>
      </div>
    </Shell>
  );
}
