import { listResponse } from "#app/_api/listing";
import { searchAnswer } from "#app/_api/searching";

export {
  onlyRead as DELETE,
  onlyRead as PATCH,
  onlyRead as POST,
  onlyRead as PUT,
} from "#app/_api/answering";
export { readingAllowed as OPTIONS } from "#app/_api/answering";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  return listResponse(request, searchAnswer);
}
