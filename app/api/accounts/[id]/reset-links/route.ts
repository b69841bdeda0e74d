import { changingAsMember, refused } from "#app/_api/changing";
import { absolute, paths } from "#app/paths";
import { makeResetLink } from "#knowledge/people/accounts";
import { z } from "zod";

export { noReading as GET } from "#app/_api/no-reading";

interface Context {
  readonly params: Promise<{ id: string }>;
}

/** Makes a link by which somebody chooses a new password; it is told once. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  const page = paths.settings("people");
  return changingAsMember(
    request,
    { body: z.object({}), page, act: "reset passwords" },
    async ({ actor }) => {
      const { id } = await params;
      const token = await makeResetLink(actor, id);
      if (token === null) return refused(page, 404, "There is no open account of this name.");
      const link = absolute(paths.reset(token));
      const values = { link, for: id };
      return { kind: "done", next: page, value: { link }, values, said: "The link was made." };
    },
  );
}
