import { changingAsMember } from "#app/_api/changing";
import { absolute, paths } from "#app/paths";
import { invite } from "#knowledge/people/accounts";
import { Duty } from "#knowledge/people/duty";
import { z } from "zod";

export { noReading as GET } from "#app/_api/no-reading";

/** Makes an invitation; its link is told once. */
export function POST(request: Request): Promise<Response> {
  const page = paths.settings("people");
  return changingAsMember(
    request,
    { body: z.object({ duty: Duty }), page, act: "invite people" },
    async ({ actor, body: { duty } }) => {
      const { token } = await invite(actor, duty);
      const link = absolute(paths.join(token));
      const values = { link };
      return {
        kind: "done",
        next: page,
        value: { link },
        values,
        said: "The invitation was made.",
      };
    },
  );
}
