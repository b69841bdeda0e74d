import type { FlashShown } from "#app/_session/flash";
import { Field, Notice } from "#app/_ui/form";
import { paths } from "#app/paths";
import { accountLimits } from "#knowledge/people/joining";
import { passwordLimits } from "#knowledge/people/password";

interface Props {
  readonly purpose: "setup" | "invitation";
  readonly token: string;
  readonly flash: FlashShown | null;
  /** What the button says. */
  readonly action: string;
}

/** Name, address and password of a new account. */
export function JoiningForm({ purpose, token, flash, action }: Props) {
  return (
    <>
      <Notice {...flash} />
      <form method="post" action={paths.apiAccounts()}>
        <input type="hidden" name="purpose" value={purpose} />
        <input type="hidden" name="token" value={token} />
        <Field
          name="name"
          label="Name"
          hint="Other members see it; in reviews people appear by the part they played."
          autoComplete="name"
          maxLength={accountLimits.name}
          required
          defaultValue={flash?.values.name}
        />
        <Field
          name="email"
          label="E-mail"
          type="email"
          hint="You sign in with it. No mail is sent."
          autoComplete="username"
          maxLength={accountLimits.email}
          required
          defaultValue={flash?.values.email}
        />
        <NewPasswordField />
        <button type="submit" className="btn btn-strong btn-wide">
          {action}
        </button>
      </form>
    </>
  );
}

export function NewPasswordField() {
  return (
    <Field
      name="password"
      label="New password"
      type="password"
      hint={`${passwordLimits.least} characters or more, any you like; four words do well.`}
      autoComplete="new-password"
      minLength={passwordLimits.least}
      maxLength={passwordLimits.most}
      required
    />
  );
}

/** Tells a browser that keeps passwords which account a new one is for. */
export function UsernameForBrowsers({ email }: { email: string }) {
  return (
    <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
  );
}
