import { Agent, get } from "node:http";

/** An answer with its bytes as they travelled; `firstByte` is the time to its headers in milliseconds. */
export type Fetched = { status: number; rawHeaders: string[]; body: Buffer; firstByte: number };

const agent = new Agent({ keepAlive: true });

/** Asks once over http, without unpacking what comes. Rejects when there is no answer. */
export function fetched(address: string, headers: Record<string, string> = {}): Promise<Fetched> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const request = get(address, { agent, headers }, (response) => {
      const firstByte = performance.now() - began;
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const { statusCode = 0, rawHeaders } = response;
        resolve({ status: statusCode, rawHeaders, body: Buffer.concat(chunks), firstByte });
      });
    });
    request.on("error", reject);
  });
}
