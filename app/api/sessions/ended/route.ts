import { changingAsMember, refused } from "#app/_api/changing";
import { paths } from "#app/paths";
import { endOneSession, endOtherSessions } from "#knowledge/people/accounts";
import { mayOnSite } from "#knowledge/people/rules";
import { signOut } from "#knowledge/people/signing-in";
import { z } from "zod";

export { noReading as GET } from "#app/_api/no-reading";

/** `this`: signs out; `others`: all of one's own but this; else the number of one session. */
const Ending = z.object({
  session: z.string().max(100),
  from: z.enum(["account", "people"]).default("account"),
});

/** Ends sessions: one's own, or, for an admin, anybody's. */
export function POST(request: Request): Promise<Response> {
  return changingAsMember(
    request,
    { body: Ending, page: paths.settings("account") },
    async ({ actor, body: { session, from }, headers }) => {
      const page = paths.settings(from);
      if (session === "this") {
        const cookies = await signOut(actor, headers);
        return { kind: "done", next: paths.signIn(), said: "You are signed out.", cookies };
      }
      if (session === "others") {
        await endOtherSessions(actor);
        return { kind: "done", next: page, said: "All your other sessions have ended." };
      }
      const whose = mayOnSite(actor, "end sessions") ? "anybody's" : "own";
      const ended = await endOneSession(actor, session, whose);
      if (!ended) return refused(page, 404, "This session has ended already.");
      return { kind: "done", next: page, said: "The session has ended." };
    },
  );
}
