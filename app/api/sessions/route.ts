import { changing, refused } from "#app/_api/changing";
import { inSpan } from "#app/_api/in-span";
import { clientOf } from "#app/_api/own-origin";
import { localPath } from "#app/_session/local-path";
import { paths } from "#app/paths";
import { Credentials, signIn } from "#knowledge/people/signing-in";
import { z } from "zod";

export { noReading as GET } from "#app/_api/no-reading";

const SignIn = Credentials.extend({ next: z.string().max(2000).default("/") });

/** Signs in. */
export function POST(request: Request): Promise<Response> {
  return changing(
    request,
    { body: SignIn, page: paths.signIn() },
    async ({ body: { next, ...credentials }, headers }) => {
      const goal = localPath(next);
      const signedIn = await signIn(credentials, headers, clientOf(headers));
      const back = paths.signIn(goal);
      const values = { email: credentials.email };
      switch (signedIn.kind) {
        case "signed in":
          return { kind: "done", next: goal, cookies: signedIn.cookies };
        case "refused":
          return refused(back, 401, "Address and password do not belong together.", values);
        case "wait":
          return {
            ...refused(
              back,
              429,
              `There were too many wrong tries. Wait ${inSpan(signedIn.seconds)}, then try again; an admin can make you a link for a new password.`,
              values,
            ),
            headers: { "retry-after": String(signedIn.seconds) },
          };
      }
    },
  );
}
