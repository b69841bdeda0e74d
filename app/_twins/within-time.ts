import { tookTooLong } from "#app/_api/answering";

import { plainAnswer } from "./answers";

/** An answer, or words in its place where the database took longer over it than we allow. */
export async function withinTime(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (!tookTooLong(error)) throw error;
    return plainAnswer("This search takes longer to answer than we allow; ask for less.", 503);
  }
}
