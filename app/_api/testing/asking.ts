import type { z } from "zod";

const origin = "https://incidents.example";

/** A request as a handler gets it; the path plays no part. */
export function asked(query = "", headers: HeadersInit = {}): Request {
  return new Request(`${origin}/asked${query}`, { headers });
}

export async function json(answer: Promise<Response>): Promise<unknown> {
  return (await answer).json();
}

/** A list of the API from its beginning to its end, as far as its cursors lead. */
export async function whole<Row>(
  list: (request: Request) => Promise<Response>,
  shape: z.ZodType<{ results: Row[]; next: string | null }>,
  query: string,
): Promise<Row[]> {
  const results: Row[] = [];
  let next: string | null = null;
  for (let answers = 1; answers < 1_000; answers++) {
    const mark = query === "" ? "?" : `${query}&`;
    const page = shape.parse(await json(list(asked(next ? `${mark}cursor=${next}` : query))));
    results.push(...page.results);
    ({ next } = page);
    if (next === null) return results;
  }
  throw new Error("the list has no end");
}
