import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** Does some work in a folder of its own, which is gone afterwards whatever happens. */
export async function withTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), "hindsight-bench-"));
  try {
    // For root, PostgreSQL runs as another account, which has to pass through to its own part.
    if (process.getuid?.() === 0) await chmod(folder, 0o711);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
