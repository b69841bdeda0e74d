import { problem } from "./problem";

/** The answer to reading where something can only be sent. */
export function noReading(): Response {
  const told = problem(405, "Nothing can be read at this address; it takes POST.");
  return new Response(JSON.stringify(told), {
    status: 405,
    headers: {
      allow: "POST",
      "cache-control": "no-store",
      "content-type": "application/problem+json",
    },
  });
}
