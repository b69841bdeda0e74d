import { createServer } from "node:http";

import { fetched } from "./request";

/**
 * A `node:http` server that does nothing but send the bytes and headers which the given page was
 * answered with: the most that any server in Node can reach with them. Run as a process of its own
 * with the page's address and the form to ask for; prints its own address when it listens.
 */
const [, , address = "", encoding = "identity"] = process.argv;
const { body, rawHeaders } = await fetched(address, { "accept-encoding": encoding });
const OWN_TO_THE_CONNECTION = new Set(["connection", "keep-alive", "date", "transfer-encoding"]);
const headers: string[] = [];
for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
  const [name = "", value = ""] = rawHeaders.slice(at, at + 2);
  if (!OWN_TO_THE_CONNECTION.has(name.toLowerCase())) headers.push(name, value);
}
const server = createServer((_request, response) => {
  response.writeHead(200, headers);
  response.end(body);
});
server.listen(0, "127.0.0.1", () => {
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  process.stdout.write(`http://127.0.0.1:${port}\n`);
});
