import { answering } from "./answering";
import { readList, type ListAsked } from "./parameters";

/** Answers a request for a list, whose parameters `answer` gets as they were understood. */
export async function listResponse<Answer>(
  request: Request,
  answer: (asked: ListAsked) => Promise<Answer>,
): Promise<Response> {
  return answering(request, async () => {
    const asked = readList(request);
    return asked.kind === "problem" ? asked : { kind: "value", value: await answer(asked) };
  });
}
