import { redirect } from "next/navigation";

import { Shell } from "#app/_parts/shell";
import { currentActor, flashFor } from "#app/_session/current";
import { localPath } from "#app/_session/local-path";
import { Field, Notice } from "#app/_ui/form";
import { paths } from "#app/paths";

export const metadata = { title: "Sign in" };

interface Props {
  readonly searchParams: Promise<{ next?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: Props) {
  const asked = [(await searchParams).next ?? "/"].flat().at(-1) ?? "/";
  const next = localPath(asked);
  const flash = await flashFor(paths.signIn());
  if ((await currentActor()).kind === "member" && flash === null) redirect(next);
  return (
    <Shell>
      <div className="page">
        <div className="narrow">
          <h1 className="title">Sign in</h1>
          <Notice {...flash} />
          <form method="post" action={paths.apiSessions()}>
            <input type="hidden" name="next" value={next} />
            <Field
              name="email"
              label="E-mail"
              type="email"
              autoComplete="username"
              required
              defaultValue={flash?.values.email}
            />
            <Field
              name="password"
              label="Password"
              type="password"
              autoComplete="current-password"
              required
            />
            <button type="submit" className="btn btn-strong btn-wide">
              Sign in
            </button>
          </form>
          <p className="mt-6 text-small text-soft">
            Accounts come by invitation: ask an admin of this site for a link. An admin can also
            make a link for a new password.
          </p>
        </div>
      </div>
    </Shell>
  );
}
