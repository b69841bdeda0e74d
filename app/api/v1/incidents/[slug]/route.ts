import { answering } from "#app/_api/answering";
import { incidentOutcome } from "#app/_api/one-incident";

export {
  onlyRead as DELETE,
  onlyRead as PATCH,
  onlyRead as POST,
  onlyRead as PUT,
} from "#app/_api/answering";
export { readingAllowed as OPTIONS } from "#app/_api/answering";

export const dynamic = "force-dynamic";

export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  return answering(request, async () => incidentOutcome((await params).slug));
}
