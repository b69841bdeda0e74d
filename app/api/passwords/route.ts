import { changing, refusalNoted, refused } from "#app/_api/changing";
import { inSpan } from "#app/_api/in-span";
import { joinFaults } from "#app/_api/join-faults";
import { clientOf } from "#app/_api/own-origin";
import { paths } from "#app/paths";
import { changePassword, PasswordChange } from "#knowledge/people/accounts";
import type { Member } from "#knowledge/people/actor";
import { resetPassword } from "#knowledge/people/joining";
import { count } from "#knowledge/people/limit.store";
import { z } from "zod";

export { noReading as GET } from "#app/_api/no-reading";

const Sent = z.union([
  PasswordChange,
  z.object({ token: z.string().max(200), password: z.string().max(1000) }),
]);

/** Changes one's own password, or gives a new one by a reset link. */
export function POST(request: Request): Promise<Response> {
  return changing(
    request,
    { body: Sent, page: paths.settings("account") },
    async ({ actor, body, headers }) => {
      const page = "token" in body ? paths.reset(body.token) : paths.settings("account");
      const client = clientOf(headers);
      const seconds = await count("attempts from", client);
      if (seconds > 0) {
        return refused(page, 429, `There were too many tries. Wait ${inSpan(seconds)}.`);
      }
      if ("token" in body) {
        const reset = await resetPassword(body.token, body.password, client);
        if (reset.kind === "joined") return hasNew;
        if (reset.fault === "link does not work") {
          await refusalNoted(request, actor, "the link does not work");
        }
        return refused(page, 422, joinFaults[reset.fault]);
      }
      if (actor.kind === "visitor") {
        await refusalNoted(request, actor, "not signed in");
        return refused(paths.signIn(page), 401, "You are not signed in (any more).");
      }
      return own(actor, body, page);
    },
  );
}

const hasNew = {
  kind: "done",
  next: paths.signIn(),
  said: "You have a new password. Sign in with it.",
} as const;

async function own(actor: Member, change: z.infer<typeof PasswordChange>, page: string) {
  const fault = await changePassword(actor, change);
  if (fault === null) {
    const said = "The password was changed. All other sessions have ended.";
    return { kind: "done" as const, next: page, said };
  }
  const why = fault === "wrong password" ? "That is not your present password." : joinFaults[fault];
  return refused(page, 422, why);
}
