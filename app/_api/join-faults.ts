import type { JoinFault } from "#knowledge/people/joining";
import { passwordLimits } from "#knowledge/people/password";

/** Why no account or no new password came of a form. */
export const joinFaults: Readonly<Record<JoinFault, string>> = {
  "link does not work":
    "This link does not work: it was used, taken back, or has run out. Ask an admin for a new one.",
  "too short": `The password is too short: use ${passwordLimits.least} characters or more, such as four words.`,
  "too long": `The password is too long: use ${passwordLimits.most} characters or fewer.`,
  "too common":
    "The password is among the first that anybody would try: use another, such as four words.",
  "address taken":
    "There is an account with this address already. Sign in with it, or use another.",
};
