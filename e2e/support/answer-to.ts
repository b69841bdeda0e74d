import { request as ask, type IncomingHttpHeaders } from "node:http";

/** Asks for an address exactly as it is written here, which browsers would first bring into order. */
export function answerTo(
  site: string,
  path: string,
  method = "GET",
): Promise<{ status: number; body: string; headers: IncomingHttpHeaders }> {
  const { hostname, port } = new URL(site);
  const raw = Buffer.from(path, "utf8").toString("latin1");
  return new Promise((resolve, reject) => {
    const asked = ask({ hostname, port, path: raw, method }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text: string) => (body += text));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, body, headers: response.headers }),
      );
    });
    asked.on("error", reject).end();
  });
}
