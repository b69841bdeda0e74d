import { Shell } from "#app/_parts/shell";
import { flashFor } from "#app/_session/current";
import { Notice } from "#app/_ui/form";
import { paths } from "#app/paths";
import { findOpenLink } from "#knowledge/people/one-time-link.store";

import { DeadLink } from "#app/_parts/people/dead-link";
import { NewPasswordField } from "#app/_parts/people/joining-form";

export const metadata = { title: "New password" };

interface Props {
  readonly params: Promise<{ token: string }>;
}

export default async function ResetPage({ params }: Props) {
  const { token } = await params;
  const link = await findOpenLink("reset", token);
  return (
    <Shell>
      <div className="page">
        <div className="narrow">
          {link ? (
            <>
              <h1 className="title">New password</h1>
              <p className="lede mt-3">For {link.accountName}. All sessions end with it.</p>
              <Notice {...await flashFor(paths.reset(token))} />
              <form method="post" action={paths.apiPasswords()}>
                <input type="hidden" name="token" value={token} />
                {/* Whose password it is, for what keeps passwords; it is not sent. */}
                <input autoComplete="username" value={link.accountName ?? ""} readOnly hidden />
                <NewPasswordField />
                <button type="submit" className="btn btn-strong btn-wide">
                  Keep it
                </button>
              </form>
            </>
          ) : (
            <DeadLink title="This link does not work.">
              It was used, or has run out: it holds for an hour. An admin can make another one.
            </DeadLink>
          )}
        </div>
      </div>
    </Shell>
  );
}
