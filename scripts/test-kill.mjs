// `npm run test:kill`: kills the tab, the server, PostgreSQL and the network ten times each while
// somebody writes, and prints what was lost. Plain JavaScript: nothing may be installed yet.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { findOrInstallChromium } from "./chromium.mjs";
import { installWhatIsMissing } from "./install.mjs";

const project = fileURLToPath(new URL("..", import.meta.url));
const fault = await installWhatIsMissing({ development: true });
const chromium = fault ? { fault } : await findOrInstallChromium();
if (chromium.fault) {
  process.stdout.write(`${chromium.fault}\n`);
  process.exit(1);
}
const { register } = await import("tsx/esm/api");
register();
const { generateClient } = await import("../server/migrations.ts");
await generateClient();
const playwright = fileURLToPath(
  new URL("../node_modules/@playwright/test/cli.js", import.meta.url),
);
const child = spawn(process.execPath, [playwright, "test", "--project=kill"], {
  cwd: project,
  env: {
    KILL_TIMES: "10",
    KILL_CUT: "60",
    // Its server is its own; the one that others read is not needed.
    HINDSIGHT_URL: "http://localhost",
    ...process.env,
    CHROMIUM_PATH: chromium.path,
  },
  stdio: "inherit",
});
child.once("close", (code) => {
  process.exitCode = code ?? 1;
});
