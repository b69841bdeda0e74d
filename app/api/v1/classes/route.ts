import { answering } from "#app/_api/answering";
import { classesAnswer } from "#app/_api/class-list";

export {
  onlyRead as DELETE,
  onlyRead as PATCH,
  onlyRead as POST,
  onlyRead as PUT,
} from "#app/_api/answering";
export { readingAllowed as OPTIONS } from "#app/_api/answering";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  return answering(request, async () => ({ kind: "value", value: await classesAnswer() }));
}
