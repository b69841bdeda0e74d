import { paths } from "#app/paths";
import { findAccountByEmail } from "#knowledge/people/account.store";
import { makeResetLink } from "#knowledge/people/accounts";
import { linkMinutes } from "#knowledge/people/one-time-link.store";
import { commandWithDatabase, readArguments } from "#server/command";
import { publicUrlOf, readConfiguration } from "#server/configuration";
import { complain, say } from "#server/progress";

const usage = "hindsight reset-link <e-mail>";

/** `hindsight reset-link <e-mail>`: a link for a forgotten password, where no admin can make one. */
export async function run(args: string[]): Promise<number> {
  const read = readArguments(args, {}, usage);
  if (read.kind === "faulty" || read.positionals.length !== 1) {
    complain(read.kind === "faulty" ? read.sentence : `Usage: ${usage}`);
    return 1;
  }
  const [email = ""] = read.positionals;
  return commandWithDatabase(async () => {
    const account = await findAccountByEmail(email.trim().toLowerCase());
    const token = account ? await makeResetLink(null, account.id) : null;
    if (token === null) {
      complain(`There is no account of ${email} that is open.`);
      return 1;
    }
    say(`For a new password, within ${linkMinutes.reset} minutes, once: ${linkTo(token)}`);
    return 0;
  });
}

function linkTo(token: string): string {
  const path = paths.reset(token);
  const read = readConfiguration(process.env);
  if (read.kind === "faulty") return path;
  const { configuration } = read;
  return new URL(path, publicUrlOf(configuration, configuration.port)).href;
}
