import { changingAsMember, refused } from "#app/_api/changing";
import { paths } from "#app/paths";
import { takeBack } from "#knowledge/people/accounts";
import { z } from "zod";

export { noReading as GET } from "#app/_api/no-reading";

/** Takes an invitation back. */
export function POST(request: Request): Promise<Response> {
  const page = paths.settings("people");
  return changingAsMember(
    request,
    {
      body: z.object({ invitation: z.coerce.number().int().positive() }),
      page,
      act: "invite people",
    },
    async ({ actor, body: { invitation } }) => {
      const taken = await takeBack(actor, invitation);
      if (!taken) return refused(page, 404, "This invitation no longer works anyway.");
      return { kind: "done", next: page, said: "The invitation was taken back." };
    },
  );
}
