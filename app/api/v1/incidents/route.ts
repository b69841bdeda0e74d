import { listResponse } from "#app/_api/listing";
import { incidentsAnswer } from "#app/_api/lists";

export {
  onlyRead as DELETE,
  onlyRead as PATCH,
  onlyRead as POST,
  onlyRead as PUT,
} from "#app/_api/answering";
export { readingAllowed as OPTIONS } from "#app/_api/answering";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  return listResponse(request, incidentsAnswer);
}
