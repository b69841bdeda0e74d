import { changing, refusalNoted, refused } from "#app/_api/changing";
import { inSpan } from "#app/_api/in-span";
import { joinFaults } from "#app/_api/join-faults";
import { clientOf } from "#app/_api/own-origin";
import { paths } from "#app/paths";
import { join, NewAccount } from "#knowledge/people/joining";
import { count } from "#knowledge/people/limit.store";
import { beginSession } from "#knowledge/people/sign-in.store";
import { z } from "zod";

export { noReading as GET } from "#app/_api/no-reading";

const Joining = NewAccount.extend({
  purpose: z.enum(["setup", "invitation"]),
  token: z.string().max(200),
});

/** Makes an account by the link of a set-up or an invitation, and signs it in. */
export function POST(request: Request): Promise<Response> {
  return changing(
    request,
    { body: Joining, page: paths.home() },
    async ({ actor, body: { purpose, token, ...account }, headers }) => {
      const back = purpose === "setup" ? paths.setup(token) : paths.join(token);
      const { name, email } = account;
      const seconds = await count("attempts from", clientOf(headers));
      if (seconds > 0) {
        const why = `There were too many tries from where you are. Wait ${inSpan(seconds)}; the link stays good.`;
        return refused(back, 429, why, { name, email });
      }
      const joined = await join(purpose, token, account);
      if (joined.kind === "fault") {
        if (joined.fault === "link does not work") {
          await refusalNoted(request, actor, "the link does not work");
        }
        return refused(back, 422, joinFaults[joined.fault], { name, email });
      }
      const signedIn = await beginSession(email, account.password, headers);
      const cookies = signedIn.kind === "signed in" ? signedIn.cookies : [];
      const said =
        purpose === "setup"
          ? "You are the first admin of this site. Invite the others here."
          : "Welcome. You are signed in.";
      const next = purpose === "setup" ? paths.settings("people") : paths.reviews();
      return { kind: "done", next, said, cookies };
    },
  );
}
