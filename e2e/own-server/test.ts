import { test as base } from "../support/test";
import { startOwnServer, type OwnServer } from "./own-server";

/** The tests' test, with a server that may be changed, stopped and broken. */
export const test = base.extend<object, { own: OwnServer }>({
  own: [
    async ({}, use) => {
      const own = await startOwnServer();
      await use(own);
      await own.stop();
    },
    { scope: "worker", timeout: 300_000 },
  ],
  site: [async ({ own }, use) => use(own.url), { scope: "worker" }],
});

export const { expect } = test;
