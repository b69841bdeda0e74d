import { changingAsMember, refused } from "#app/_api/changing";
import { paths } from "#app/paths";
import { AccountChange, changeAccount } from "#knowledge/people/accounts";
import { z } from "zod";

export { noReading as GET } from "#app/_api/no-reading";

interface Context {
  readonly params: Promise<{ id: string }>;
}

// A form knows only words.
const Sent = z.preprocess((sent) => {
  const form = z.object({ closed: z.enum(["true", "false"]) }).safeParse(sent);
  return form.success ? { closed: form.data.closed === "true" } : sent;
}, AccountChange);

/** Gives an account another duty, closes it, or opens it again. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  const page = paths.settings("people");
  return changingAsMember(
    request,
    { body: Sent, page, act: "set duties" },
    async ({ actor, body }) => {
      switch (await changeAccount(actor, (await params).id, body)) {
        case "changed":
          return { kind: "done", next: page, said: "The account was changed." };
        case "no such account":
          return refused(page, 404, "There is no such account. Nothing was changed.");
        case "last admin":
          return refused(
            page,
            409,
            "This is the only admin: make another one first. Nothing was changed.",
          );
      }
    },
  );
}
