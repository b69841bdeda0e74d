import { z } from "zod";

import { rows } from "#knowledge/database/query";

/** Whether the database answers within `patience` milliseconds. */
export async function databaseAnswers(patience = 1_000): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), patience).unref();
  });
  const asked = rows(z.object({ one: z.number() }), `SELECT 1 AS "one"`).then(
    () => true,
    () => false,
  );
  return Promise.race([asked, late]);
}
