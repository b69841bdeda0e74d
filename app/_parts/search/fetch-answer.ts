import { paths } from "#app/paths";

import { SearchAnswer, type Parameters } from "./answer";

/** Asks the server. Rejects when it cannot answer, or when `signal` says that nobody waits any more. */
export async function fetchAnswer(
  parameters: Parameters,
  signal: AbortSignal,
): Promise<SearchAnswer> {
  const response = await fetch(paths.searchAnswer(parameters), { signal });
  if (!response.ok) throw new Error(`The search answered ${response.status}.`);
  return SearchAnswer.parse(await response.json());
}
