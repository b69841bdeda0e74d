import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

import { withTemporaryFolder } from "./temporary-folder";

test("a temporary folder is gone when the work is done, also when it failed", async () => {
  const folders: string[] = [];
  const use = (folder: string) => {
    folders.push(folder);
    writeFileSync(path.join(folder, "file"), "something");
    return Promise.resolve("done");
  };
  expect(await withTemporaryFolder(use)).toBe("done");
  const failing = withTemporaryFolder(async (folder) => {
    await use(folder);
    throw new Error("it failed");
  });
  await expect(failing).rejects.toThrow("it failed");
  expect(folders.map((folder) => existsSync(folder))).toEqual([false, false]);
});
