import { createServer } from "node:net";
import { expect, test } from "vitest";
import { freePort } from "./port";

test("A port in use is refused with another one to try", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const sentence = expect.stringContaining(`PORT=${port + 1} npm start`);
  expect(await freePort("127.0.0.1", port)).toEqual({ kind: "fault", sentence });
  server.close();
});

test("Port 0 stands for one that is free", async () => {
  const free = await freePort("127.0.0.1", 0);
  if (free.kind !== "free") throw new Error(free.sentence);
  // Connections that programs open have ports of their own, and may take one at any moment.
  expect(free.port).toBeGreaterThanOrEqual(10_240);
  expect(free.port).toBeLessThan(32_768);
});

test("An address of another machine is refused by name", async () => {
  const sentence = expect.stringContaining("HOST=192.0.2.1 is no address of this machine");
  expect(await freePort("192.0.2.1", 0)).toEqual({ kind: "fault", sentence });
});
