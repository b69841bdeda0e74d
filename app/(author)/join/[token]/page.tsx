import { Shell } from "#app/_parts/shell";
import { flashFor } from "#app/_session/current";
import { paths } from "#app/paths";
import { dutyMeanings } from "#knowledge/people/duty";
import { findOpenLink } from "#knowledge/people/one-time-link.store";

import { DeadLink } from "#app/_parts/people/dead-link";
import { JoiningForm } from "#app/_parts/people/joining-form";

export const metadata = { title: "Join" };

interface Props {
  readonly params: Promise<{ token: string }>;
}

export default async function JoinPage({ params }: Props) {
  const { token } = await params;
  const link = await findOpenLink("invitation", token);
  return (
    <Shell>
      <div className="page">
        <div className="narrow">
          {link ? (
            <>
              <h1 className="title">Join</h1>
              <p className="lede mt-3">
                {link.madeByName ?? "An admin"} invites you as {link.duty}.
              </p>
              {link.duty && <p className="mt-2 text-small text-soft">{dutyMeanings[link.duty]}</p>}
              <JoiningForm
                purpose="invitation"
                token={token}
                flash={await flashFor(paths.join(token))}
                action="Join"
              />
            </>
          ) : (
            <DeadLink title="This invitation does not work.">
              It was used or taken back, or has run out: it holds for a week. Whoever invited you
              can make another one.
            </DeadLink>
          )}
        </div>
      </div>
    </Shell>
  );
}
