import { STATUS_CODES } from "node:http";

import type { Problem } from "./shapes";

/** A problem as a value, to be answered as `application/problem+json`. */
export function problem(status: number, detail: string): Problem {
  return { type: "about:blank", title: STATUS_CODES[status] ?? "Problem", status, detail };
}
