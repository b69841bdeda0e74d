import { changingAsMember } from "#app/_api/changing";
import { paths } from "#app/paths";
import { settleReading } from "#knowledge/people/settling";
import { z } from "zod";

export { noReading as GET } from "#app/_api/no-reading";

const Settings = z.object({ reading: z.enum(["everybody", "members"]) });

/** Settles who may read: everybody, or members only. */
export function POST(request: Request): Promise<Response> {
  const page = paths.settings("site");
  return changingAsMember(
    request,
    { body: Settings, page, act: "change settings" },
    async ({ actor, body: { reading } }) => {
      await settleReading(actor, reading);
      return { kind: "done", next: page, said: "The setting was changed." };
    },
  );
}
