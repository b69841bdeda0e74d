import { answering } from "#app/_api/answering";
import { problem } from "#app/_api/problem";
import { absolute, paths } from "#app/paths";

export const dynamic = "force-dynamic";

/** What every address under `/api` answers that is none. */
function nothingHere(request: Request): Promise<Response> {
  return answering(request, () => ({
    kind: "problem",
    problem: problem(404, `There is nothing at this address; see ${absolute(paths.api())}`),
  }));
}

export {
  nothingHere as DELETE,
  nothingHere as GET,
  nothingHere as OPTIONS,
  nothingHere as PATCH,
  nothingHere as POST,
  nothingHere as PUT,
};
