import { answering } from "#app/_api/answering";
import { languageOutcome } from "#app/_api/language";

export {
  onlyAsk as DELETE,
  onlyAsk as GET,
  onlyAsk as PATCH,
  onlyAsk as PUT,
} from "#app/_api/answering";
export { askingAllowed as OPTIONS } from "#app/_api/answering";

export const dynamic = "force-dynamic";

// No Origin is asked for: this changes nothing, and looks at no cookie.
export async function POST(request: Request): Promise<Response> {
  return answering(request, () => languageOutcome(request));
}
