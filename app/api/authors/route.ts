import { answering } from "#app/_api/answering";
import { problem } from "#app/_api/problem";
import { authorsNamed } from "#knowledge/people/account.store";
import { mayOnSite } from "#knowledge/people/rules";
import { actorOf } from "#knowledge/people/sign-in.store";

export const dynamic = "force-dynamic";

/** Authors whose name holds what was typed, for who may share a draft with them. */
export async function GET(request: Request): Promise<Response> {
  const response = await answering(request, async () => {
    const actor = await actorOf(request.headers);
    if (!mayOnSite(actor, "begin a review")) {
      return { kind: "problem", problem: problem(404, "There is nothing at this address.") };
    }
    const name = new URL(request.url).searchParams.get("name")?.trim().slice(0, 80) ?? "";
    return { kind: "value", value: { authors: name === "" ? [] : await authorsNamed(name) } };
  });
  // Unlike what everybody may read, this is for who asked.
  response.headers.set("cache-control", "private, no-store");
  response.headers.delete("access-control-allow-origin");
  return response;
}
